// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace vraagbaak {

// A library of the system that is loaded when it is first needed, not with the program: one that few commands
// use and that brings many others with it. Stays loaded until the program ends. Safe to share between
// threads.
class SharedLibrary {
 public:
  // `file` by the name that programs load it by, such as "libzip.so.4"; the build has it from the library
  // itself (cmake/Packages.cmake). Throws Error where it is not installed.
  explicit SharedLibrary(const char* file);

  // The library's function of that name, which the caller knows to be a `Function`: name it with decltype of
  // what the library's header declares. Throws Error where there is none.
  template <typename Function>
  Function* function(const char* name) const {
    return reinterpret_cast<Function*>(find(name));
  }

 private:
  void* find(const char* name) const;

  const char* file_;
  void* handle_;
};

}  // namespace vraagbaak
