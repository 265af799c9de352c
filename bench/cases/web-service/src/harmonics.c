/* Python module: harmonics.height(mean, terms, hour), with terms a list of (amplitude, speed, phase); harmonics.model is a name for how it is computed. */
#include <Python.h>

#include "series.h"

enum { MOST_TERMS = 64 };

static const char model[] = "harmonic";

static PyObject *height(PyObject *self, PyObject *args)
{
    (void)self;
    double mean, hour, terms[MOST_TERMS][3];
    PyObject *list;
    if (!PyArg_ParseTuple(args, "dO!d", &mean, &PyList_Type, &list, &hour)) return NULL;
    Py_ssize_t count = PyList_Size(list);
    if (count > MOST_TERMS) return PyErr_Format(PyExc_ValueError, "at most %d terms", MOST_TERMS);
    for (Py_ssize_t i = 0; i < count; i++) {
        double *term = terms[i];
        if (!PyArg_ParseTuple(PyList_GetItem(list, i), "ddd", &term[0], &term[1], &term[2])) return NULL;
    }
    return PyFloat_FromDouble(series_height(mean, (const double (*)[3])terms, (int)count, hour));
}

static PyMethodDef methods[] = {
    { "height", height, METH_VARARGS, "Height of the tide at an hour." },
    { NULL, NULL, 0, NULL },
};

static struct PyModuleDef module = { PyModuleDef_HEAD_INIT, "harmonics", NULL, -1, methods, NULL, NULL, NULL, NULL };

PyMODINIT_FUNC PyInit_harmonics(void)
{
    PyObject *made = PyModule_Create(&module);
    if (made != NULL) PyModule_AddStringConstant(made, "model", model);
    return made;
}
