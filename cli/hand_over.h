// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace vraagbaak::cli {

// The program is two: a small one that asks an index, which is what `vraagbaak` starts as, and within it, as
// bytes, the whole one that also reads, fetches and serves documents. The libraries for the latter and what
// they need in turn are some forty, and loading them takes several times as long as answering.

// Goes on as the whole program, with the same arguments; what was not read of stdin it reads. Throws Error
// where the system does not let it.
[[noreturn]] void hand_over();

}  // namespace vraagbaak::cli
