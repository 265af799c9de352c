"""Ferries by HTTP: /next?after=09:40 answers with the departures of the day that are left."""

from flask import Flask, jsonify, request

DEPARTURES = ("07:15", "09:45", "12:30", "15:00", "18:20")

app = Flask(__name__)


@app.get("/next")
def next_ferries():
    after = request.args.get("after", "00:00")
    return jsonify([time for time in DEPARTURES if time >= after])


@app.get("/health")
def health():
    return "well\n"
