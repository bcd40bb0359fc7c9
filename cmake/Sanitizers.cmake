# SPDX-License-Identifier: EUPL-1.2
# VRAAGBAAK_SANITIZE=address,undefined (or thread) instruments the whole program; the presets asan, tsan and fuzz set it.
set(VRAAGBAAK_SANITIZE "" CACHE STRING "Comma-separated sanitizers for every target")
option(VRAAGBAAK_FUZZ "Build tests/fuzz as libFuzzer targets (clang only)" OFF)

if(VRAAGBAAK_SANITIZE)
  add_compile_options(-fsanitize=${VRAAGBAAK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${VRAAGBAAK_SANITIZE})
endif()
if(VRAAGBAAK_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
