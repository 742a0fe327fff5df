//! The command line: `newsmark annotate`. Offsets are Unicode code points.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
