//! The small part of WASI that the guest needs: a text on standard input.
//!
//! Specification: <https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md>.

use wasmtime::{Caller, Linker, Memory, Result, format_err};

const SUCCESS: i32 = 0;
const BAD_DESCRIPTOR: i32 = 8;

/// What the guest has read of its input.
pub struct Input {
    /// All of it.
    pub bytes: Vec<u8>,
    /// How much was read.
    pub read: usize,
}

/// Defines what the guest imports.
pub fn define(linker: &mut Linker<Input>) -> Result<()> {
    const WASI: &str = "wasi_snapshot_preview1";
    linker.func_wrap(WASI, "fd_read", |mut caller: Caller<Input>, file: i32, parts: i32, count: i32, done: i32| {
        if file != 0 {
            return Result::Ok(BAD_DESCRIPTOR);
        }
        let memory = memory(&mut caller)?;
        let mut total = 0;
        for part in 0..count {
            let (to, length) = (number(&caller, memory, parts + part * 8)?, number(&caller, memory, parts + part * 8 + 4)?);
            let (data, input) = memory.data_and_store_mut(&mut caller);
            let rest = &input.bytes[input.read..];
            let length = rest.len().min(length);
            data[to..to + length].copy_from_slice(&rest[..length]);
            input.read += length;
            total += length as u32;
        }
        memory.write(&mut caller, done as usize, &total.to_le_bytes())?;
        Result::Ok(SUCCESS)
    })?;
    linker.func_wrap(WASI, "fd_write", |mut caller: Caller<Input>, _: i32, parts: i32, count: i32, done: i32| {
        let memory = memory(&mut caller)?;
        let mut total = 0;
        for part in 0..count {
            let (from, length) =
                (number(&caller, memory, parts + part * 8)?, number(&caller, memory, parts + part * 8 + 4)?);
            eprint!("{}", String::from_utf8_lossy(&memory.data(&caller)[from..from + length]));
            total += length as u32;
        }
        memory.write(&mut caller, done as usize, &total.to_le_bytes())?;
        Result::Ok(SUCCESS)
    })?;
    linker.func_wrap(WASI, "random_get", |mut caller: Caller<Input>, to: i32, length: i32| {
        // Always the same, so that counts are.
        let memory = memory(&mut caller)?;
        memory.data_mut(&mut caller)[to as usize..(to + length) as usize].fill(7);
        Result::Ok(SUCCESS)
    })?;
    linker.func_wrap(WASI, "environ_sizes_get", |mut caller: Caller<Input>, count: i32, size: i32| {
        let memory = memory(&mut caller)?;
        memory.write(&mut caller, count as usize, &[0; 4])?;
        memory.write(&mut caller, size as usize, &[0; 4])?;
        Result::Ok(SUCCESS)
    })?;
    linker.func_wrap(WASI, "environ_get", |_: i32, _: i32| SUCCESS)?;
    linker.func_wrap(WASI, "proc_exit", |status: i32| -> Result<()> {
        Err(format_err!("the guest ended with status {status}"))
    })?;
    Ok(())
}

fn memory(caller: &mut Caller<Input>) -> Result<Memory> {
    caller
        .get_export("memory")
        .and_then(|export| export.into_memory())
        .ok_or_else(|| format_err!("the guest exports no memory"))
}

fn number(caller: &Caller<Input>, memory: Memory, at: i32) -> Result<usize> {
    let mut bytes = [0; 4];
    memory.read(caller, at as usize, &mut bytes)?;
    Ok(u32::from_le_bytes(bytes) as usize)
}
