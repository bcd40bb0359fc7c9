// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace vraagbaak {

// SHA-256 (FIPS 180-4) of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  // Of all bytes so far, as 64 lower-case hexadecimal digits; then it begins anew.
  std::string take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The same of any bytes at once.
std::string sha256(std::string_view bytes);

}  // namespace vraagbaak
