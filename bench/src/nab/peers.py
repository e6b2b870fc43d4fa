"""Scores of other streaming detectors for the counts in a folder, one JSON object a line: name, points a second, scores per file.

python peers.py FOLDER NAME.csv ...      needs: pip install river==0.26.1 changefinder pyod
"""
import csv
import json
import sys
import time


def read(path):
    with open(path, newline="") as file:
        return [float(row["value"]) for row in csv.DictReader(file)]


def river_standard_absolute_deviation():
    from river import anomaly
    detector = anomaly.StandardAbsoluteDeviation()

    def step(x):
        score = detector.score_one(None, x)
        detector.learn_one(None, x)
        return abs(score)
    return step


def river_gaussian():
    from river import anomaly
    detector = anomaly.GaussianScorer(window_size=2016)

    def step(x):
        score = detector.score_one(None, x)
        detector.learn_one(None, x)
        return score
    return step


def river_exponential():
    from river import stats
    mean, variance = stats.EWMean(0.01), stats.EWVar(0.01)

    def step(x):
        deviation = max(variance.get(), 1e-9) ** 0.5
        score = (x - mean.get()) / deviation
        mean.update(x)
        variance.update(x)
        return max(score, 0.0)
    return step


def river_half_space_trees():
    from river import anomaly, compose, preprocessing
    detector = compose.Pipeline(preprocessing.MinMaxScaler(), anomaly.HalfSpaceTrees(seed=1))

    def step(x):
        point = {"x": x}
        score = detector.score_one(point)
        detector.learn_one(point)
        return score
    return step


def change_finder():
    import changefinder
    detector = changefinder.ChangeFinder(r=0.01, order=1, smooth=7)
    return lambda x: max(detector.update(x), 0.0)


def pyod_ecod(values):
    """Fitted once on the probation rows, over sums of four windows."""
    import numpy
    from pyod.models.ecod import ECOD
    whole = numpy.cumsum([0.0] + values)
    sums = [[whole[i + 1] - whole[max(0, i + 1 - w)] for w in (1, 3, 6, 12)] for i in range(len(values))]
    detector = ECOD()
    detector.fit(numpy.array(sums[:750]))
    return [float(s) for s in detector.decision_function(numpy.array(sums))]


STREAMING = {
    "river StandardAbsoluteDeviation": river_standard_absolute_deviation,
    "river GaussianScorer": river_gaussian,
    "river EWMean + EWVar": river_exponential,
    "river HalfSpaceTrees": river_half_space_trees,
    "changefinder SDAR": change_finder,
}


def main(folder, names):
    series = [read(f"{folder}/{name}") for name in names]
    points = sum(map(len, series))

    def tell(name, run):
        start = time.perf_counter()
        scores = [run(values) for values in series]
        rate = points / (time.perf_counter() - start)
        print(json.dumps({"name": name, "points_per_second": rate, "scores": scores}), flush=True)

    for name, make in STREAMING.items():
        def run(values, make=make):
            step = make()
            return [step(x) for x in values]
        tell(name, run)
    tell("pyod ECOD", pyod_ecod)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
