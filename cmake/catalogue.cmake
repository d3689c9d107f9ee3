# SPDX-License-Identifier: MIT
# Makes KPI_CATALOGUE_SOURCE: the models of KPI_CATALOGUE as data of the library. What the generated
# code defines is internal to it.
find_program (GLIB_COMPILE_RESOURCES glib-compile-resources REQUIRED)
set (folder ${CMAKE_CURRENT_SOURCE_DIR}/model/catalogue)
set (made ${CMAKE_CURRENT_BINARY_DIR}/catalogue-resource)

set (files ${KPI_CATALOGUE})
list (TRANSFORM files REPLACE "(.+)" "<file>\\1.yaml</file>" OUTPUT_VARIABLE entries)
list (TRANSFORM files REPLACE "(.+)" "${folder}/\\1.yaml")
list (JOIN entries "" entries)
file (CONFIGURE OUTPUT ${made}.xml CONTENT [[
<gresources><gresource prefix="/kpiscore/catalogue">@entries@</gresource></gresources>
]] @ONLY)

set (compile ${GLIB_COMPILE_RESOURCES} ${made}.xml --sourcedir=${folder}
     --c-name=_kpi_catalogue --internal)
add_custom_command (OUTPUT ${made}.c ${made}.h
  COMMAND ${compile} --generate-source --target=${made}.c
  COMMAND ${compile} --generate-header --target=${made}.h
  DEPENDS ${made}.xml ${files}
  COMMENT "Compiling the catalogue" VERBATIM)
set (KPI_CATALOGUE_SOURCE ${made}.c ${made}.h)
