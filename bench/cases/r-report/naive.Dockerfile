FROM debian:bookworm-slim
RUN apt-get update
RUN apt-get install -y r-base
RUN apt-get install -y r-cran-dplyr
RUN apt-get install -y r-cran-jsonlite
WORKDIR /opt/report
COPY . /opt/report
CMD ["Rscript", "report.R"]
