// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace vraagbaak::analysis {

// The path of a data file that the build made beside the program: in $VRAAGBAAK_DATA where that is set
// (whether the file is there or not), else in share/vraagbaak beside the program or in one of the four
// folders above it. Empty where there is none.
std::string find_data_file(std::string_view name);

}  // namespace vraagbaak::analysis
