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


def river_predictive():
    from river import anomaly, linear_model, optim, preprocessing, time_series
    model = preprocessing.StandardScaler() | linear_model.LinearRegression(optimizer=optim.SGD(0.005))
    detector = anomaly.PredictiveAnomalyDetection(
        time_series.SNARIMAX(p=12, d=1, q=12, regressor=model), horizon=1, n_std=3.0, warmup_period=12)

    def step(x):
        score = detector.score_one({}, x)
        detector.learn_one({}, x)
        return score
    return step


def change_finder():
    import changefinder
    detector = changefinder.ChangeFinder(r=0.01, order=1, smooth=7)
    return lambda x: max(detector.update(x), 0.0)


def fitted_once(make):
    """Fitted on the probation rows alone, over sums of four windows."""
    def run(values):
        import numpy
        whole = numpy.cumsum([0.0] + values)
        sums = [[whole[i + 1] - whole[max(0, i + 1 - w)] for w in (1, 3, 6, 12)] for i in range(len(values))]
        detector = make()
        detector.fit(numpy.array(sums[:750]))
        return [float(s) for s in detector.decision_function(numpy.array(sums))]
    return run


def pyod_ecod():
    from pyod.models.ecod import ECOD
    return ECOD()


def pyod_isolation_forest():
    from pyod.models.iforest import IForest
    return IForest(random_state=1)


STREAMING = {
    "river StandardAbsoluteDeviation": river_standard_absolute_deviation,
    "river GaussianScorer": river_gaussian,
    "river EWMean + EWVar": river_exponential,
    "river HalfSpaceTrees": river_half_space_trees,
    "river PredictiveAD SNARIMAX": river_predictive,
    "changefinder SDAR": change_finder,
}

FITTED_ONCE = {
    "pyod ECOD": pyod_ecod,
    "pyod IForest": pyod_isolation_forest,
}


def main(folder, names):
    series = [read(f"{folder}/{name}") for name in names]
    points = sum(map(len, series))

    def tell(name, run):
        # What is imported at the first call is no part of the speed.
        run(series[0][:800])
        start = time.process_time()
        scores = [run(values) for values in series]
        rate = points / (time.process_time() - start)
        print(json.dumps({"name": name, "points_per_second": rate, "scores": scores}), flush=True)

    for name, make in STREAMING.items():
        def run(values, make=make):
            step = make()
            return [step(x) for x in values]
        tell(name, run)
    for name, make in FITTED_ONCE.items():
        tell(name, fitted_once(make))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
