// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace vraagbaak {

// What is wrong with something that came from outside (a file, a query, a claim, a dictionary line).
struct Problem {
  std::string where;  // the thing and the place in it: "nota.txt", "query, character 7"
  std::string what;   // what is wrong, in plain words
  std::string mend;   // what the user can do about it

  // "where: what: mend", one line.
  std::string message() const { return where + ": " + what + (mend.empty() ? "" : ": " + mend); }
  friend bool operator==(const Problem&, const Problem&) = default;
};

// A value, or the Problem that prevented it. Becomes std::expected with C++23.
template <typename T>
class Result {
 public:
  Result(T value)
      : content_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(Problem problem)
      : content_(std::in_place_index<1>, std::move(problem)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return content_.index() == 0; }
  const T& value() const& { return std::get<0>(content_); }
  T& value() & { return std::get<0>(content_); }
  T&& value() && { return std::get<0>(std::move(content_)); }
  const T& operator*() const& { return value(); }
  const T* operator->() const { return &value(); }
  const Problem& problem() const { return std::get<1>(content_); }

 private:
  std::variant<T, Problem> content_;
};

}  // namespace vraagbaak
