# SPDX-License-Identifier: EUPL-1.2
# The libraries we build on, each from its Debian 12 package; docs/ARCHITECTURE.md says why each is here.
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(SQLite3 3.40 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(LibXml2 2.9 REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(MICROHTTPD REQUIRED IMPORTED_TARGET libmicrohttpd)

# libstemmer ships neither a CMake config nor a .pc file.
find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
find_library(STEMMER_LIBRARY stemmer REQUIRED)
add_library(vb_shared_libstemmer INTERFACE)
target_include_directories(vb_shared_libstemmer SYSTEM INTERFACE "${STEMMER_INCLUDE_DIR}")
target_link_libraries(vb_shared_libstemmer INTERFACE "${STEMMER_LIBRARY}")

# vb_system_library(name SHARED target ARCHIVES a.a b.a …)
# `name` stands for a library of the system. Tests and tools link the shared one; a program with the property
# VB_SELF_CONTAINED holds its archives instead, where all of them are installed, as loading the shared ones takes longer
# than a search (docs/ARCHITECTURE.md).
function(vb_system_library name)
  cmake_parse_arguments(ARG "" "SHARED" "ARCHIVES" ${ARGN})
  add_library(${name} INTERFACE)
  set(paths "")
  foreach(archive IN LISTS ARG_ARCHIVES)
    find_library(VB_ARCHIVE_${archive} ${archive})
    mark_as_advanced(VB_ARCHIVE_${archive})
    if(NOT VB_ARCHIVE_${archive})
      message(STATUS "No ${archive}: the program loads the shared library at its start")
      target_link_libraries(${name} INTERFACE ${ARG_SHARED})
      return()
    endif()
    list(APPEND paths "${VB_ARCHIVE_${archive}}")
  endforeach()
  set(is_self_contained "$<BOOL:$<TARGET_PROPERTY:VB_SELF_CONTAINED>>")  # of the program that is linked
  target_link_libraries(${name} INTERFACE "$<$<NOT:${is_self_contained}>:${ARG_SHARED}>")
  foreach(path IN LISTS paths)
    target_link_libraries(${name} INTERFACE "$<${is_self_contained}:${path}>")
  endforeach()
endfunction()
vb_system_library(vb_libicu SHARED ICU::uc ARCHIVES libicuuc.a libicudata.a)
vb_system_library(vb_libsqlite3 SHARED SQLite::SQLite3 ARCHIVES libsqlite3.a)
vb_system_library(vb_libzstd SHARED PkgConfig::ZSTD ARCHIVES libzstd.a)
vb_system_library(vb_libnettle SHARED PkgConfig::NETTLE ARCHIVES libnettle.a)
vb_system_library(vb_libre2 SHARED PkgConfig::RE2 ARCHIVES libre2.a)
vb_system_library(vb_libstemmer SHARED vb_shared_libstemmer ARCHIVES libstemmer.a)
vb_system_library(vb_libxml2 SHARED LibXml2::LibXml2 ARCHIVES libxml2.a libicuuc.a libicudata.a libz.a liblzma.a)

# vb_load_when_needed(target LIBRARY): `target` does not link the library but loads it by the name that VB_LIBRARY_FILE
# holds (system/shared_library.h). LIBRARY is the prefix of a pkg_check_modules() above.
function(vb_load_when_needed target library)
  list(GET ${library}_LINK_LIBRARIES 0 file)
  execute_process(COMMAND "${CMAKE_OBJDUMP}" -p "${file}" OUTPUT_VARIABLE header ERROR_QUIET)
  if(NOT header MATCHES "SONAME +([^ \n]+)")
    message(FATAL_ERROR "${file}: no shared library, or there is no objdump to read its name with: install binutils")
  endif()
  target_compile_definitions(${target} PRIVATE "VB_${library}_FILE=\"${CMAKE_MATCH_1}\"")
  target_include_directories(${target} SYSTEM PRIVATE ${${library}_INCLUDE_DIRS})
endfunction()

# Every folder of ours is included from the root: #include "analysis/text/tokenizer.h".
function(vb_add_library name)
  add_library(${name} STATIC ${ARGN})
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE vb_warnings)
endfunction()
