# Prints, as JSON, the mean height of the tide of each harbour, and how it goes up or down from day to day.
suppressPackageStartupMessages(library(dplyr))

title <- "Tides by harbour"
tides <- read.csv("tides.csv")

harbours <- tides |>
  group_by(harbour) |>
  summarise(mean = round(mean(height), 2), slope = round(coef(lm(height ~ day))[["day"]], 3), .groups = "drop") |>
  arrange(harbour)

cat(jsonlite::toJSON(list(title = jsonlite::unbox(title), harbours = harbours), pretty = TRUE), "\n")
