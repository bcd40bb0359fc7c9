// SPDX-License-Identifier: EUPL-1.2
#include "system/shared_library.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "model/error.h"

namespace vraagbaak {
namespace {

std::string problem_of(const auto& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(SharedLibrary, GivesItsFunctions) {
  const SharedLibrary library("libm.so.6");
  auto* const cosine = library.function<double(double)>("cos");
  EXPECT_EQ(cosine(0), 1);
  EXPECT_NE(problem_of([&] { library.function<void()>("no_such_function"); }).find("no_such_function"),
            std::string::npos);
}

TEST(SharedLibrary, ThatIsMissingIsNamedWithTheMend) {
  const std::string said = problem_of([] { const SharedLibrary library("libnowhere.so.7"); });
  EXPECT_NE(said.find("libnowhere.so.7"), std::string::npos) << said;
  EXPECT_NE(said.find("install"), std::string::npos) << said;
}

}  // namespace
}  // namespace vraagbaak
