//! The negative binomial: upper tail and quantiles; upper tails of the Poisson and the binomial. Only `libm`, so that results are the same bit for bit everywhere.

/// ln P(X ≥ `count`) where X is negative binomial with this mean and shape (variance = mean + mean²/shape).
///
/// Exact to about 1e-9 relative; meant for counts above the mean, right but slower elsewhere.
pub(crate) fn ln_upper_tail(count: u64, mean: f64, shape: f64) -> f64 {
    if count == 0 {
        return 0.0;
    }
    // P(X ≥ a) is the regularised incomplete beta function I_x(a, shape).
    let a = count as f64;
    let x = mean / (mean + shape);
    let ln_front = libm::lgamma(a + shape) - libm::lgamma(a) - libm::lgamma(shape)
        + a * libm::log(x)
        + shape * libm::log(shape / (mean + shape));
    if x <= (a + 1.0) / (a + shape + 2.0) {
        (ln_front - libm::log(a) + libm::log(beta_fraction(a, shape, x))).min(0.0)
    } else {
        let lower = libm::exp(ln_front - libm::log(shape) + libm::log(beta_fraction(shape, a, 1.0 - x)));
        libm::log1p(-lower.min(1.0 - 1e-16))
    }
}

/// The continued fraction of the incomplete beta function, by its convergents; two of its terms a round, and two divisions.
fn beta_fraction(a: f64, b: f64, x: f64) -> f64 {
    let (mut above, mut below) = (1.0, 1.0);
    let mut value = 1.0 / (1.0 - (a + b) * x / (a + 1.0));
    above *= value;
    below *= value;
    for m in 1..2000 {
        let m = f64::from(m);
        let (p, q, r) = (a + 2.0 * m - 1.0, a + 2.0 * m, a + 2.0 * m + 1.0);
        let each = 1.0 / (p * q * r);
        let even = m * (b - m) * x * r * each;
        let odd = -(a + m) * (a + b + m) * x * p * each;
        let (above_even, below_even) = (value + even * above, 1.0 + even * below);
        let scale = 1.0 / (below_even + odd);
        let next = (above_even + odd * value) * scale;
        (above, below) = (above_even * scale, below_even * scale);
        let done = (next - value).abs() < 1e-11 * next.abs();
        value = next;
        if done {
            break;
        }
    }
    value
}

/// ln P(X ≥ `count`) where X is Poisson with this mean; 0 where the count does not exceed the mean.
pub(crate) fn ln_poisson_upper_tail(count: u64, mean: f64) -> f64 {
    let (k, mean) = (count as f64, mean.max(1e-300));
    if k <= mean {
        return 0.0;
    }
    let (mut term, mut sum, mut i) = (1.0, 1.0, k + 1.0);
    while term > sum * 1e-13 {
        term *= mean / i;
        sum += term;
        i += 1.0;
    }
    (k * libm::log(mean) - mean - libm::lgamma(k + 1.0) + libm::log(sum)).min(0.0)
}

/// ln P(X ≥ `count`) where X is binomial: of `of` tries, each succeeds with `chance`.
pub(crate) fn ln_binomial_upper_tail(count: u64, of: u64, chance: f64) -> f64 {
    let (k, n) = (count as f64, of as f64);
    if k <= n * chance {
        return 0.0;
    }
    let ways = libm::lgamma(n + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0);
    let first = ways + k * libm::log(chance) + (n - k) * libm::log1p(-chance);
    let (mut term, mut sum) = (1.0, 1.0);
    for i in count..of {
        term *= (n - i as f64) / (i as f64 + 1.0) * chance / (1.0 - chance);
        sum += term;
    }
    (first + libm::log(sum)).min(0.0)
}

/// The 5 % and 95 % quantiles, to draw a band: summed where the mean is small, by Wilson and Hilferty's cube root of a gamma where it is not.
pub(crate) fn band(mean: f64, shape: f64) -> (u64, u64) {
    if mean < 8.0 { summed_band(mean, shape) } else { (cube_root(mean, shape, -1.645), cube_root(mean, shape, 1.645)) }
}

fn summed_band(mean: f64, shape: f64) -> (u64, u64) {
    let x = mean / (mean + shape);
    let mut pmf = libm::exp(shape * libm::log(shape / (mean + shape)));
    let mut below = pmf;
    let mut low = None;
    let mut k = 0u32;
    while below < 0.95 && k < 2000 {
        if below >= 0.05 && low.is_none() {
            low = Some(k);
        }
        pmf *= x * (f64::from(k) + shape) / (f64::from(k) + 1.0);
        below += pmf;
        k += 1;
    }
    (low.unwrap_or(k).into(), k.into())
}

fn cube_root(mean: f64, shape: f64, z: f64) -> u64 {
    let k = mean * shape / (mean + shape);
    let root = (1.0 - 1.0 / (9.0 * k) + z / (3.0 * k.sqrt())).max(0.0);
    (mean * root * root * root + 0.5) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Sums the probabilities one by one.
    fn naive_lower(count: u64, mean: f64, shape: f64) -> f64 {
        let x = mean / (mean + shape);
        let mut pmf = libm::exp(shape * libm::log(1.0 - x));
        let mut sum = 0.0;
        for k in 0..count {
            sum += pmf;
            pmf *= x * (k as f64 + shape) / (k as f64 + 1.0);
        }
        sum
    }

    proptest! {
        #[test]
        fn the_tail_is_what_summing_gives(count in 0u64..400, mean in 0.01f64..200.0, shape in 0.2f64..50.0) {
            let tail = libm::exp(ln_upper_tail(count, mean, shape));
            prop_assert!((tail - (1.0 - naive_lower(count, mean, shape))).abs() < 1e-9);
        }

        #[test]
        fn the_binomial_tail_is_what_summing_gives(count in 0u64..40, more in 0u64..40, chance in 0.01f64..0.95) {
            let of = count + more;
            let choose = |k: u64| (0..k).fold(1.0, |product, i| product * (of - i) as f64 / (i + 1) as f64);
            let pmf = |k: u64| choose(k) * chance.powi(k as i32) * (1.0 - chance).powi((of - k) as i32);
            let sum: f64 = (count..=of).map(pmf).sum();
            let expected = if count as f64 <= of as f64 * chance { 1.0 } else { sum };
            prop_assert!((libm::exp(ln_binomial_upper_tail(count, of, chance)) - expected).abs() < 1e-9);
        }

        #[test]
        fn the_poisson_tail_is_what_summing_gives(count in 1u64..60, mean in 0.001f64..40.0) {
            let mut pmf = libm::exp(-mean);
            let mut below = 0.0;
            for k in 0..count {
                below += pmf;
                pmf *= mean / (k as f64 + 1.0);
            }
            let tail = libm::exp(ln_poisson_upper_tail(count, mean));
            let expected = if count as f64 <= mean { 1.0 } else { 1.0 - below };
            prop_assert!((tail - expected).abs() < 1e-9);
        }

        #[test]
        fn the_tail_falls_with_the_count(count in 1u64..5000, mean in 0.01f64..2000.0, shape in 0.05f64..10000.0) {
            let here = ln_upper_tail(count, mean, shape);
            prop_assert!(here.is_finite() && here <= 0.0);
            prop_assert!(ln_upper_tail(count + 1, mean, shape) <= here + 1e-9);
        }

        #[test]
        fn the_band_holds_about_nine_in_ten(mean in 8.0f64..500.0, shape in 1.5f64..50.0) {
            let (low, high) = band(mean, shape);
            prop_assert!((naive_lower(low, mean, shape) - 0.05).abs() < 0.03);
            prop_assert!((naive_lower(high + 1, mean, shape) - 0.95).abs() < 0.03);
        }
    }

    #[test]
    fn far_tails_keep_their_digits() {
        // Sums of scaled probabilities by hand: NB(mean 1, shape 2) has x = 1/3, so P(X >= 30) is about 31 x^30 (2/3)^2 (1 + ...).
        let mut pmf_over = 0.0;
        for k in 30..400u32 {
            pmf_over += f64::from(k + 1) * libm::exp(f64::from(k - 30) * libm::log(1.0 / 3.0));
        }
        let expected = libm::log(pmf_over) + 30.0 * libm::log(1.0 / 3.0) + 2.0 * libm::log(2.0 / 3.0);
        assert!((ln_upper_tail(30, 1.0, 2.0) - expected).abs() < 1e-9);
    }

    #[test]
    fn a_small_mean_has_an_exact_band() {
        assert_eq!(band(0.125, 2.0), (0, 1));
        assert_eq!(band(3.0, 100_000.0), (1, 6));
    }
}
