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
