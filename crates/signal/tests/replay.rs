//! Files of counts: what is read, what is refused and where, what is written.

use vigie_signal::replay::{Judged, read_csv, replay, write_csv};
use vigie_signal::{Level, Settings};

fn refused(text: &str) -> String {
    read_csv(text.as_bytes()).expect_err("a bad file").to_string()
}

#[test]
fn bad_files_are_refused_with_the_line() {
    for (text, says) in [
        ("", "found 0 rows"),
        ("time,count\n", "line 1: the first line must be the header timestamp,value"),
        ("timestamp,value\n2015-02-26 21:42:53,1\n", "found 1 rows"),
        ("timestamp,value\n2015-02-26 21:42:53,1\n2015-02-26 21:42:53,1\n", "line 3: the same time as the row before"),
        ("timestamp,value\n\n120,1\n60,1\n", "line 4: earlier than the row before"),
        ("timestamp,value\n60,1\n120,-1\n", "line 3: \"-1\" is not a count"),
        ("timestamp,value\n60,1\n120,1.5\n", "line 3: \"1.5\" is not a count"),
        ("timestamp,value\n60,1\n120\n", "line 3: expected timestamp,value"),
        ("timestamp,value\n60,1\nyesterday,1\n", "line 3: \"yesterday\" is not a time"),
        ("timestamp,value\n0,1\n100,1\n160,1\n", "line 3: not a whole number of bins of 60 seconds"),
        ("timestamp,value\n0,1\n60,1\n60000000000,1\n", "line 4: more than"),
    ] {
        let found = refused(text);
        assert!(found.contains(says), "{text:?}: {found}");
    }
    assert!(refused(&format!("timestamp,value\n60,{}\n", "1".repeat(5000))).contains("line 2: longer than"));
    assert!(read_csv(&b"timestamp,value\n60,\xff\n"[..]).unwrap_err().to_string().contains("line 2: not UTF-8"));
}

#[test]
fn the_same_counts_in_every_form_of_time_give_the_same() {
    let plain = "timestamp,value\n1424986980,3\n1424987040,0\n1424987160,7\n";
    let iso = "\u{feff}Timestamp,Value\r\n2015-02-26T21:43:00Z,3\r\n\"2015-02-26T22:44:00+01:00\",\"0\"\r\n2015-02-26 21:46:00, 7";
    let (a, b) = (read_csv(plain.as_bytes()).unwrap(), read_csv(iso.as_bytes()).unwrap());
    let counts = |rows: &[vigie_signal::replay::Row]| rows.iter().map(|r| (r.at, r.value)).collect::<Vec<_>>();
    assert_eq!((counts(&a.0), a.1), (counts(&b.0), b.1));
    assert_eq!(b.0[1].timestamp, "2015-02-26T22:44:00+01:00");
}

/// Five-minute counts: three weeks of calm, a burst that grows, calm, another burst.
fn counts() -> Vec<(i64, u64)> {
    let calm = |i: i64| u64::from(i % 3 != 0) + u64::from(i % 7 == 0);
    let burst = |i: i64| match i {
        6000..6006 => 3,
        6006..6030 => 40,
        6400..6410 => 300,
        _ => 0,
    };
    (0..6500).map(|i| (i * 300, calm(i) + burst(i))).collect()
}

#[test]
fn an_episode_is_told_once_and_one_threshold_gives_each_level() {
    let settings = Settings::for_bins(300).unwrap();
    let rows: Vec<Judged> = replay(counts(), &settings).collect();
    let told: Vec<_> = rows.iter().filter_map(|r| r.level.map(|level| (r.at / 300, level))).collect();
    let levels: Vec<_> = told.iter().map(|t| t.1).collect();
    assert_eq!(levels, [Level::Notice, Level::Alert, Level::Alert], "{told:?}");
    assert!((6000..6006).contains(&told[0].0) && (6006..6009).contains(&told[1].0) && told[2].0 == 6400, "{told:?}");
    let above = |threshold: f64| rows.iter().filter(|r| r.score >= threshold).map(|r| r.at / 300).collect::<Vec<_>>();
    assert_eq!(above(settings.notice), [told[0].0, told[1].0, told[2].0]);
    assert_eq!(above(settings.alert), [told[1].0, told[2].0]);
    assert!(rows[6010..6030].iter().all(|r| r.score == 0.0));
}

#[test]
fn rows_left_out_are_empty_bins() {
    let settings = Settings::for_bins(300).unwrap();
    let sparse: Vec<_> = counts().into_iter().filter(|&(_, count)| count > 0).collect();
    let whole: Vec<_> = replay(counts(), &settings).filter(|r| r.value > 0).collect();
    assert!(sparse.len() < counts().len());
    assert_eq!(replay(sparse, &settings).collect::<Vec<_>>(), whole);
}

#[test]
fn what_is_written() {
    let mut text = String::from("timestamp,value\n");
    for (at, count) in counts().into_iter().skip(5900).take(250) {
        text += &format!("{at},{}\n", if at < 1_800_000 { 1 } else { count });
    }
    let (rows, bin) = read_csv(text.as_bytes()).unwrap();
    let settings = Settings::for_bins(bin).unwrap();
    let mut out = Vec::new();
    write_csv(&mut out, &rows, replay(rows.iter().map(|r| (r.at, r.value)), &settings)).unwrap();
    let out = String::from_utf8(out).unwrap();
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 251);
    insta::assert_snapshot!([&lines[..4], &lines[99..112]].concat().join("\n"));
}
