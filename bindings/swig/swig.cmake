# SPDX-License-Identifier: MIT
# kpi_swig_module (TARGET LANGUAGE DIRECTORY OPTIONS...) makes a module of that language from
# kpiscore.i in DIRECTORY, and beside it what SWIG writes in the language itself.
find_package (SWIG 4.1)

function (kpi_swig_module target language directory)
  set (swig_dir ${PROJECT_SOURCE_DIR}/bindings/swig)
  set (wrapper ${CMAKE_CURRENT_BINARY_DIR}/${target}.wrapper.c)
  add_custom_command (
    OUTPUT ${wrapper}
    COMMAND ${SWIG_EXECUTABLE} -Wall -Werror -${language} ${ARGN}
            -outdir ${directory} -o ${wrapper} ${swig_dir}/kpiscore.i
    DEPENDS ${swig_dir}/kpiscore.i ${swig_dir}/${language}.i
    VERBATIM)
  add_library (${target} MODULE ${wrapper} ${swig_dir}/calls.c ${swig_dir}/selection.c
                                ${swig_dir}/values.c)
  set_source_files_properties (${wrapper} PROPERTIES
    COMPILE_OPTIONS "-Wno-missing-prototypes;-Wno-shadow;-Wno-unused-parameter")
  target_include_directories (${target} PRIVATE ${swig_dir})
  target_link_libraries (${target} PRIVATE kpiscore::kpiscore)
  set_target_properties (${target} PROPERTIES PREFIX ""
    LIBRARY_OUTPUT_DIRECTORY ${directory})
endfunction ()

# Installs the module, which then finds the library of its own prefix.
function (kpi_install_module target directory)
  file (RELATIVE_PATH library_dir
        ${CMAKE_INSTALL_PREFIX}/${directory} ${CMAKE_INSTALL_FULL_LIBDIR})
  set_target_properties (${target} PROPERTIES INSTALL_RPATH "$ORIGIN/${library_dir}")
  install (TARGETS ${target} LIBRARY DESTINATION ${directory})
endfunction ()
