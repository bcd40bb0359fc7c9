# SPDX-License-Identifier: EUPL-1.2
# vb_warnings: the warnings every target of ours is compiled with.
option(VRAAGBAAK_WERROR "Treat warnings as errors (on in the presets)" OFF)

add_library(vb_warnings INTERFACE)
target_compile_options(vb_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast
  $<$<BOOL:${VRAAGBAAK_WERROR}>:-Werror>)
