FROM debian:bookworm-slim
RUN apt-get update
RUN apt-get install -y build-essential
RUN apt-get install -y nano
RUN apt-get install -y python3
RUN apt-get install -y python3-dev
RUN apt-get install -y python3-pip
RUN apt-get install -y python3-venv
WORKDIR /srv/tides
COPY . /srv/tides
RUN python3 -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN pip install -r requirements.txt
RUN make
EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "service:app"]
