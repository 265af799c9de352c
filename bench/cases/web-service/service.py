"""Heights of the tide by HTTP: /HARBOUR?hours=N answers with a height for each of N hours."""

import json
from pathlib import Path

import numpy
from flask import Flask, abort, jsonify, request

import harmonics

app = Flask(__name__)
harbours = json.loads(Path(__file__).with_name("harbours.json").read_text())


@app.get("/<name>")
def heights(name):
    harbour = harbours.get(name) or abort(404)
    terms = [tuple(float(value) for value in term) for term in harbour["terms"]]
    hours = numpy.arange(float(request.args.get("hours", 24)))
    series = [round(harmonics.height(harbour["mean"], terms, hour), 2) for hour in hours]
    return jsonify(harbour=name, model=harmonics.model, heights=series, highest=float(numpy.max(series)))
