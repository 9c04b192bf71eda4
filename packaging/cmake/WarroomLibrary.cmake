# SPDX-License-Identifier: GPL-3.0-or-later
include_guard()

# What every target of ours is compiled with.
add_library(warroom_common INTERFACE)
target_compile_definitions(warroom_common INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(warroom_common INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wconversion
    -Wno-sign-conversion)
if(WARROOM_WARNINGS_AS_ERRORS)
    target_compile_options(warroom_common INTERFACE -Werror)
endif()
if(WARROOM_SANITIZE)
    target_compile_options(warroom_common INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(warroom_common INTERFACE -fsanitize=address,undefined)
endif()
if(WARROOM_FUZZ)
    # Debian's Qt is built without what vptr asks for.
    target_compile_options(warroom_common INTERFACE -fsanitize=fuzzer-no-link -fno-sanitize=vptr)
    target_link_options(warroom_common INTERFACE -fno-sanitize=vptr)
endif()

# warroom_library(<layer> <folder> SOURCES <file>... LINK <target>...)
# One folder, one static library, one namespace: warroom_<folder>, alias warroom::<folder>.
# LINK is the whole of what the folder may include; tests/layering holds it to that.
function(warroom_library layer folder)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_library(warroom_${folder} STATIC ${ARG_SOURCES})
    add_library(warroom::${folder} ALIAS warroom_${folder})
    target_include_directories(warroom_${folder} PUBLIC "${PROJECT_SOURCE_DIR}/${layer}")
    target_link_libraries(warroom_${folder} PUBLIC warroom_common ${ARG_LINK})
    set_target_properties(warroom_${folder} PROPERTIES AUTOMOC ON)
    set_property(GLOBAL APPEND PROPERTY WARROOM_FOLDERS "${layer}/${folder}")
    set_property(GLOBAL PROPERTY WARROOM_LINK_${folder} "${ARG_LINK}")
endfunction()

# warroom_test(<name> <source>... LINK <target>...): one Qt Test program, run headless in a data folder of its own.
function(warroom_test name)
    cmake_parse_arguments(ARG "" "" "LINK" ${ARGN})
    add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
    target_link_libraries(${name} PRIVATE warroom_common warroom_support ${ARG_LINK})
    # Sanitizers make of every QCOMPARE so much code that optimizing it takes longer than running it once.
    target_compile_options(${name} PRIVATE $<$<BOOL:${WARROOM_SANITIZE}>:-O0>)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 300
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=America/New_York")
endfunction()
