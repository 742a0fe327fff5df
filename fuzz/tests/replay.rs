//! Replays every target on the saved corpus and on random bytes, the same ones on every run.

use newsmark_fuzz::TARGETS;
use std::path::Path;

/// How many random inputs a target gets, and how long they are at most.
const TIMES: u64 = 300;
const LONGEST: u64 = 120;

#[test]
fn the_saved_corpus_holds() {
    for (name, target) in TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
        let files = folder.read_dir().unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut replayed = 0;
        for file in files {
            let path = file.expect("an entry").path();
            // Shown only where a target fails.
            println!("{}", path.display());
            target(&std::fs::read(&path).expect("a file"));
            replayed += 1;
        }
        assert!(replayed > 0, "{name} has no corpus");
    }
}

#[test]
fn random_bytes_hold() {
    let mut random = SplitMix(1_605);
    for (name, target) in TARGETS {
        for time in 0..TIMES {
            let length = random.next() % LONGEST;
            let data: Vec<u8> = (0..length).map(|_| random.next() as u8).collect();
            println!("{name}, input {time}");
            target(&data);
        }
    }
}

/// SplitMix64, by Sebastiano Vigna.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}
