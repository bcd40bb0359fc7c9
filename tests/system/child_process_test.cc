// SPDX-License-Identifier: EUPL-1.2
#include "system/child_process.h"

#include <gtest/gtest.h>

namespace vraagbaak::system {
namespace {

TEST(ChildProcess, GivesOutputAndCode) {
  const auto shell = find_program("sh");
  ASSERT_TRUE(shell);
  const ChildResult done = run_child({*shell, "-c", "echo uit; echo fout >&2; exit 3"}, {});
  EXPECT_EQ(done.end, ChildEnd::exited);
  EXPECT_EQ(done.code, 3);
  EXPECT_EQ(done.output, "uit\n");
  EXPECT_EQ(done.errors, "fout\n");
  const UnnamedFile file("inhoud");
  EXPECT_EQ(run_child({*shell, "-c", "cat /dev/fd/3"}, {}, file.descriptor()).output, "inhoud");
}

TEST(ChildProcess, EndsWhatGoesTooFar) {
  const auto shell = find_program("sh");
  EXPECT_EQ(run_child({*shell, "-c", "sleep 60 & sleep 60"}, {.time = std::chrono::seconds(1)}).end,
            ChildEnd::timed_out);
  EXPECT_EQ(run_child({*shell, "-c", "while :; do echo aaaaaaaaaaaaaaaa; done"}, {.output = 1000}).end,
            ChildEnd::too_much_output);
  EXPECT_EQ(run_child({*shell, "-c", "kill -SEGV $$"}, {}).end, ChildEnd::crashed);
  EXPECT_EQ(run_child({"/bestaat/niet"}, {}).end, ChildEnd::not_started);
  EXPECT_FALSE(find_program("bestaat-niet-echt"));
}

}  // namespace
}  // namespace vraagbaak::system
