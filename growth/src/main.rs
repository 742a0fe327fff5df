//! Counts what adversarial texts take: instructions, which must not grow faster than the text, and memory.
//!
//! Usage: `newsmark-growth GUEST [--long]`, where GUEST is `guest.rs` compiled to wasm for WASI. Texts have up to 500,000 characters, or up
//! to 4,000,000 with `--long`. Each line of output says what was found, and whether that is within bounds.
#![cfg(not(target_family = "wasm"))]

mod texts;
mod wasi;

use std::process::ExitCode;
use wasi::Input;
use wasmtime::error::Context;
use wasmtime::{Config, Engine, Linker, Module, Result, Store};

/// Twice the text may take so many times the instructions, if they are more than news takes.
const GROWTH: f64 = 2.2;
/// A text may take so much memory, and so much for each of its bytes.
const MEMORY: usize = 24 << 20;
const MEMORY_PER_BYTE: usize = 24;
/// What news takes for each byte, of instructions of wasm, and how much more is a step back.
const INSTRUCTIONS: f64 = 4_107.0;
const TOLERANCE: f64 = 1.03;
/// The sizes of texts, in characters.
const SHORT: [usize; 6] = [16_000, 32_000, 64_000, 125_000, 250_000, 500_000];
const LONG: [usize; 3] = [1_000_000, 2_000_000, 4_000_000];
/// How often the same text is annotated to see whether memory is given back.
const CALLS: usize = 1_000;

/// What one run took.
struct Taken {
    instructions: u64,
    memory: usize,
}

/// The guest, ready to be run on any text.
struct Guest {
    engine: Engine,
    module: Module,
    linker: Linker<Input>,
}

impl Guest {
    fn load(file: &str) -> Result<Self> {
        let engine = Engine::new(Config::new().consume_fuel(true))?;
        let module = Module::from_file(&engine, file)?;
        let mut linker = Linker::new(&engine);
        wasi::define(&mut linker)?;
        Ok(Guest { engine, module, linker })
    }

    fn run(&self, text: &str, times: usize) -> Result<Taken> {
        let mut store =
            Store::new(&self.engine, Input { bytes: format!("{times} {}\n{text}", text.len()).into_bytes(), read: 0 });
        store.set_fuel(u64::MAX)?;
        let instance = self.linker.instantiate(&mut store, &self.module)?;
        instance.get_typed_func::<(), ()>(&mut store, "_start")?.call(&mut store, ())?;
        let memory = instance.get_memory(&mut store, "memory").context("a memory")?.data_size(&store);
        Ok(Taken { instructions: u64::MAX - store.get_fuel()?, memory })
    }
}

fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let guest = Guest::load(arguments.first().context("where is the guest?")?)?;
    let is_long = arguments.iter().any(|argument| argument == "--long");
    let sizes: Vec<usize> = SHORT.into_iter().chain(LONG.into_iter().filter(|_| is_long)).collect();
    let (mut passed, mut failed) = (0, 0);
    let mut tell = |name: &str, holds: bool, found: String| {
        println!("{} {name}: {found}", if holds { "ok  " } else { "FAIL" });
        *(if holds { &mut passed } else { &mut failed }) += 1;
    };
    // What starting costs, and an empty text.
    let nothing = guest.run("", 1)?;
    for (name, generate) in texts::GENERATORS {
        let (mut worst, mut most, mut before) = (0.0_f64, 0.0_f64, None);
        let mut fits = true;
        for &size in &sizes {
            let text = generate(size);
            let taken = guest.run(&text, 1)?;
            let instructions = taken.instructions.saturating_sub(nothing.instructions) as f64 / text.len() as f64;
            // A longer text may be read in another way, and cheaply still: what takes less for a byte than news is not slow.
            if let Some(last) = before.filter(|_| name == "news" || instructions > INSTRUCTIONS) {
                // Sizes need not double exactly: per byte, the same number, twice the text.
                worst = worst.max(2.0 * instructions / last);
            }
            before = Some(instructions);
            fits &= taken.memory <= MEMORY + MEMORY_PER_BYTE * text.len();
            most = most.max(taken.memory.saturating_sub(nothing.memory) as f64 / text.len() as f64);
        }
        let found = format!("twice the text, {worst:.2} times the instructions; {most:.1} bytes of memory a byte");
        if name == "news" {
            let news = before.unwrap_or_default();
            let found = format!("{news:.0} for each byte of news, {INSTRUCTIONS} when last noted");
            tell("instructions", news <= INSTRUCTIONS * TOLERANCE, found);
        }
        tell(name, worst <= GROWTH && fits, found);
    }
    let text = "“It is late,” Ana Ruiz told Reuters on 3 May 2021.\n\n".repeat(80);
    let (first, last) = (guest.run(&text, 10)?.memory, guest.run(&text, CALLS)?.memory);
    tell("memory given back", first == last, format!("{first} bytes after 10 calls, {last} after {CALLS}"));
    println!("test result: {passed} passed; {failed} failed");
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
