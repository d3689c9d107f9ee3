# SPDX-License-Identifier: MIT
# The library as others meet it: installed. Nothing here looks into the source tree of the library.
set (installed ${PROJECT_BINARY_DIR}/installed)

add_test (NAME consumer/install
          COMMAND ${CMAKE_CURRENT_LIST_DIR}/install.sh ${PROJECT_BINARY_DIR} ${installed})
set_tests_properties (consumer/install PROPERTIES FIXTURES_SETUP installed TIMEOUT 60)

# A test that is given the installed tree and a folder to work in.
function (kpi_consumer_test name)
  add_test (NAME consumer/${name}
            COMMAND ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/${name}.sh ${installed}
                    ${PROJECT_BINARY_DIR}/consumer/${name})
  set_tests_properties (consumer/${name} PROPERTIES
    FIXTURES_REQUIRED installed TIMEOUT 60
    ENVIRONMENT "CC=${CMAKE_C_COMPILER};CFLAGS=${CMAKE_C_FLAGS};CMAKE_GENERATOR=${CMAKE_GENERATOR}")
endfunction ()

kpi_consumer_test (find-package)
kpi_consumer_test (headers)
kpi_consumer_test (pkg-config)
