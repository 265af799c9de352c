# The word-count image as a lesson writes it by hand: one RUN for each command, recommended packages, no clean-up, the whole folder copied before pip reads
# requirements.txt. The same base and the same versions as examples/word-count.
FROM debian:bookworm-slim
LABEL maintainer="someone@example.org"
RUN apt-get update
RUN apt-get install -y build-essential
RUN apt-get install -y nano
RUN apt-get install -y python3
RUN apt-get install -y python3-venv
WORKDIR /opt/word_count
COPY . /opt/word_count
RUN python3 -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN pip install -r requirements.txt -c constraints.txt
CMD ["snakemake", "-s", "Snakefile_all", "--cores", "1"]
