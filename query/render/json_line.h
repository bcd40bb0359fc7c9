// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace vraagbaak::query::render {

// Writes JSON value by value into one line, for objects too large to be held as a tree of values. The caller
// opens and closes in order, and writes a key before each value of an object.
class JsonLine {
 public:
  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }
  // `key` is written as it is: letters and underscores.
  void key(std::string_view key);
  // Bytes that are no UTF-8 come out as U+FFFD.
  void string(std::string_view value);
  void number(std::size_t value);
  // An array of two numbers.
  void pair(std::size_t first, std::size_t second);
  void boolean(bool value);

  std::string take() const;

 private:
  void open(char bracket);
  void close(char bracket);

  // Where that many bytes can be written next; after writing, where they end.
  char* room(std::size_t bytes) {
    if (room_ - size_ < bytes) make_room(bytes);
    return line_.get() + size_;
  }
  void make_room(std::size_t bytes);
  void written_to(const char* end) { size_ = static_cast<std::size_t>(end - line_.get()); }
  // The comma before a value that is not the first of its array or object: at most one byte at `at`.
  char* part(char* at);

  std::unique_ptr<char[]> line_;
  std::size_t room_ = 0;  // bytes of line_
  std::size_t size_ = 0;
  bool follows_ = false;  // a value of the same array or object stands before
};

}  // namespace vraagbaak::query::render
