# SPDX-License-Identifier: MIT
# The catalogue and the examples, as a stranger runs them.
find_package (Python3 REQUIRED COMPONENTS Interpreter)
if (NOT TARGET kpiscore_command)
  return ()
endif ()

# A script that is given what follows its name; 77 says that it could not look.
function (kpi_example_test name)
  add_test (NAME examples/${name}
            COMMAND Python3::Interpreter -B ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/${name}.py ${ARGN})
  set_tests_properties (examples/${name} PROPERTIES
    TIMEOUT 120 SKIP_RETURN_CODE 77 ENVIRONMENT "${KPI_TEST_ENVIRONMENT}")
endfunction ()

kpi_example_test (builtin $<TARGET_FILE:kpiscore_command>)
kpi_example_test (catalogue $<TARGET_FILE:kpiscore_command> ${PROJECT_SOURCE_DIR})
kpi_example_test (facts ${PROJECT_SOURCE_DIR})
kpi_example_test (scores $<TARGET_FILE:kpiscore_command> ${PROJECT_SOURCE_DIR})

# The programs run what consumer/install has installed; an empty argument says "not built".
set (python "")
set (lua "")
if (TARGET _kpiscore)
  set (python ${Python3_EXECUTABLE})
endif ()
if (TARGET kpiscore_core)
  find_program (LUA_PROGRAM NAMES lua5.4 lua REQUIRED)
  set (lua ${LUA_PROGRAM})
endif ()
add_test (NAME examples/programs
          COMMAND ${CMAKE_CURRENT_LIST_DIR}/programs.sh ${installed}
                  ${PROJECT_BINARY_DIR}/examples/programs "${python}" "${KPISCORE_PYTHON_DIR}"
                  "${lua}")
set_tests_properties (examples/programs PROPERTIES
  FIXTURES_REQUIRED installed TIMEOUT 120
  ENVIRONMENT "CC=${CMAKE_C_COMPILER};CFLAGS=${CMAKE_C_FLAGS};CMAKE_GENERATOR=${CMAKE_GENERATOR};${KPI_TEST_ENVIRONMENT}")
