/* Starts the program: runs Python from .\runtime in this process. Built twice, as wzpdcl-desktop.exe for people
 * (no console) and, with CONSOLE, as wzpdcl-desktop-console.exe for administrators and scripts. */
#include <windows.h>
#include <shobjidl.h>
#include <stdio.h>
#include <stdlib.h>

typedef int (*run_python)(int, wchar_t **);

static int fail(const wchar_t *what) {
    wchar_t text[5000];
    _snwprintf(text, 5000,
               L"WZPDCL Desktop চালু করা যাচ্ছে না। আবার সেটআপ চালান।\n"
               L"WZPDCL Desktop cannot start. Run its setup again.\n\n%ls (%lu)",
               what, GetLastError());
    text[4999] = 0;
#ifdef CONSOLE
    fwprintf(stderr, L"WZPDCL Desktop cannot start. Run its setup again. %ls\n", what);
#else
    MessageBoxW(NULL, text, L"WZPDCL Desktop", MB_ICONERROR);
#endif
    return 2;
}

static int start(void) {
    static wchar_t folder[4096], path[4200];
    DWORD length = GetModuleFileNameW(NULL, folder, 4096);
    if (!length || length >= 4096) return fail(L"path");
    wchar_t *end = wcsrchr(folder, L'\\');
    if (end) *end = 0;
    /* Nothing is loaded from the current folder or from PATH; Qt's plugins find their libraries by the second. */
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS | LOAD_LIBRARY_SEARCH_USER_DIRS |
                             LOAD_LIBRARY_SEARCH_SYSTEM32);
    _snwprintf(path, 4200, L"%ls\\runtime", folder);
    AddDllDirectory(path);
    _snwprintf(path, 4200, L"%ls\\lib\\PySide6", folder);
    AddDllDirectory(path);
    SetEnvironmentVariableW(L"PYTHONHOME", NULL);
    SetEnvironmentVariableW(L"PYTHONPATH", NULL);
    /* One button in the taskbar, and notifications under the name of the shortcut. */
    SetCurrentProcessExplicitAppUserModelID(L"WZPDCL.Desktop");
    _snwprintf(path, 4200, L"%ls\\runtime\\%ls", folder, PYTHON_DLL);
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    if (!python) return fail(path);
    run_python run = (run_python)(void *)GetProcAddress(python, "Py_Main");
    if (!run) return fail(L"Py_Main");
    wchar_t **words = calloc(__argc + 8, sizeof *words);
    if (!words) return fail(L"memory");
    int count = 0;
    words[count++] = __wargv[0];
    words[count++] = L"-I";
    words[count++] = L"-X";
    words[count++] = L"utf8";
    words[count++] = L"-m";
    words[count++] = L"wzpdcl_start";
    for (int at = 1; at < __argc; at++) words[count++] = __wargv[at];
    return run(count, words);
}

#ifdef CONSOLE
int wmain(void) { return start(); }
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, LPWSTR line, int shown) {
    (void)instance, (void)previous, (void)line, (void)shown;
    return start();
}
#endif
