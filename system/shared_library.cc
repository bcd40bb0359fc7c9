// SPDX-License-Identifier: EUPL-1.2
#include "system/shared_library.h"

#include <dlfcn.h>

#include <string>

#include "model/error.h"

namespace vraagbaak {

SharedLibrary::SharedLibrary(const char* file) : file_(file), handle_(::dlopen(file, RTLD_NOW | RTLD_LOCAL)) {
  if (handle_ == nullptr)
    throw Error(file, "the library cannot be loaded", "install the package that it is part of");
}

void* SharedLibrary::find(const char* name) const {
  void* const found = ::dlsym(handle_, name);
  if (found == nullptr)
    throw Error(file_, std::string("the library has no ") + name,
                "install the version that this was built with");
  return found;
}

}  // namespace vraagbaak
