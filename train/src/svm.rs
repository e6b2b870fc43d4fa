//! A linear support-vector machine with squared hinge loss, one class against the others, by dual coordinate descent
//! (Hsieh et al. 2008): no learning rate, the same result for the same seed.

use crate::rng::Rng;

/// Sparse rows.
#[derive(Default)]
pub struct Rows {
    ends: Vec<usize>,
    at: Vec<u32>,
    value: Vec<f32>,
}

impl Rows {
    /// Adds a row; values given for the same place are summed. Empties `row`.
    pub fn push(&mut self, row: &mut Vec<(u32, f32)>) {
        row.sort_by_key(|(at, _)| *at);
        let start = self.at.len();
        for (at, value) in row.drain(..) {
            if self.at.len() > start && self.at.last() == Some(&at) {
                let last = self.value.len() - 1;
                self.value[last] += value;
            } else {
                self.at.push(at);
                self.value.push(value);
            }
        }
        self.ends.push(self.at.len());
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    fn row(&self, i: usize) -> (&[u32], &[f32]) {
        let from = if i == 0 { 0 } else { self.ends[i - 1] };
        (&self.at[from..self.ends[i]], &self.value[from..self.ends[i]])
    }
}

/// What to learn.
pub struct Problem<'a> {
    pub rows: &'a Rows,
    /// The class of each row.
    pub classes: &'a [usize],
    /// What an error on each row costs.
    pub costs: &'a [f32],
    /// How many weights.
    pub width: usize,
    pub epochs: usize,
    pub seed: u64,
}

impl Problem<'_> {
    /// The weights of each class.
    pub fn solve(&self, classes: usize) -> Vec<Vec<f32>> {
        let mut weights: Vec<Vec<f32>> = vec![Vec::new(); classes];
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        for (chunk, out) in weights.chunks_mut(cores).enumerate() {
            std::thread::scope(|scope| {
                for (i, weights) in out.iter_mut().enumerate() {
                    scope.spawn(move || *weights = self.one_against_others(chunk * cores + i));
                }
            });
        }
        weights
    }

    fn one_against_others(&self, class: usize) -> Vec<f32> {
        let mut weights = vec![0.0f32; self.width];
        let mut alpha = vec![0.0f32; self.rows.len()];
        let squares: Vec<f32> = (0..self.rows.len()).map(|i| self.rows.row(i).1.iter().map(|v| v * v).sum()).collect();
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        let mut rng = Rng::new(self.seed ^ class as u64);
        for _ in 0..self.epochs {
            rng.shuffle(&mut order);
            for &i in &order {
                let (at, value) = self.rows.row(i);
                let sign = if self.classes[i] == class { 1.0 } else { -1.0 };
                let soft = 0.5 / self.costs[i];
                let dot: f32 = at.iter().zip(value).map(|(at, v)| weights[*at as usize] * v).sum();
                let gradient = sign * dot - 1.0 + soft * alpha[i];
                let new = (alpha[i] - gradient / (squares[i] + soft)).max(0.0);
                let step = (new - alpha[i]) * sign;
                alpha[i] = new;
                if step != 0.0 {
                    for (at, v) in at.iter().zip(value) {
                        weights[*at as usize] += step * v;
                    }
                }
            }
        }
        weights
    }
}

/// Costs that give each class the same say: `cost` on average.
pub fn balanced(classes: &[usize], count: usize, cost: f32) -> Vec<f32> {
    let mut sizes = vec![0usize; count];
    for class in classes {
        sizes[*class] += 1;
    }
    let present = sizes.iter().filter(|size| **size > 0).count();
    classes.iter().map(|class| cost * classes.len() as f32 / (present * sizes[*class]) as f32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learns_what_separates() {
        let mut rows = Rows::default();
        let mut classes = Vec::new();
        let mut rng = Rng::new(5);
        for i in 0..300 {
            let class = i % 3;
            let mut row = vec![(class as u32, 1.0), (3 + rng.below(20) as u32, 1.0), (3 + rng.below(20) as u32, 0.5)];
            rows.push(&mut row);
            classes.push(class);
        }
        let costs = balanced(&classes, 3, 1.0);
        let problem = Problem { rows: &rows, classes: &classes, costs: &costs, width: 23, epochs: 30, seed: 1 };
        let weights = problem.solve(3);
        for (i, class) in classes.iter().enumerate() {
            let (at, value) = rows.row(i);
            let score = |w: &Vec<f32>| at.iter().zip(value).map(|(at, v)| w[*at as usize] * v).sum::<f32>();
            let best = (0..3).max_by(|a, b| score(&weights[*a]).total_cmp(&score(&weights[*b])));
            assert_eq!(best, Some(*class));
        }
    }

    #[test]
    fn rows_sum_what_is_given_twice() {
        let mut rows = Rows::default();
        rows.push(&mut vec![(4, 1.0), (2, 0.5), (4, 2.0)]);
        assert_eq!(rows.row(0), (&[2, 4][..], &[0.5, 3.0][..]));
    }
}
