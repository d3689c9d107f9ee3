# SPDX-License-Identifier: MIT
# What a program can check, a program checks: one script, one rule.
find_package (Python3 REQUIRED COMPONENTS Interpreter)

# A script that is given the source tree, and more if need be; 77 says that it could not look.
function (kpi_lint name)
  add_test (NAME lint/${name}
            COMMAND Python3::Interpreter ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/${name}.py
                    ${PROJECT_SOURCE_DIR} ${ARGN}
            COMMAND_EXPAND_LISTS)
  set_tests_properties (lint/${name} PROPERTIES TIMEOUT 60 SKIP_RETURN_CODE 77)
endfunction ()

kpi_lint (bindings)
kpi_lint (circles $<TARGET_OBJECTS:kpiscore_objects>)
set_tests_properties (lint/circles PROPERTIES TIMEOUT 600)
kpi_lint (documentation)
kpi_lint (exports $<TARGET_FILE:kpiscore>)
kpi_lint (floors)
kpi_lint (format)
kpi_lint (limits)
kpi_lint (openings)
kpi_lint (new_method)
set_tests_properties (lint/new_method PROPERTIES TIMEOUT 1200)
kpi_lint (tested)
kpi_lint (words)
