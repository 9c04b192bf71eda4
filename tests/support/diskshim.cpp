// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/diskshim.h"

#include <QFile>

#include <dlfcn.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

using warroom::support::DiskCall;
using warroom::support::DiskShim;

namespace {

DiskShim* s_shim = nullptr;
sqlite3_vfs* s_real = nullptr;

/// SQLite lays the real file behind it.
struct ShimFile {
    sqlite3_file base;
    const char* path; ///< SQLite keeps it until the file is closed; null: a temporary one.
};

sqlite3_file* real(sqlite3_file* file)
{
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<ShimFile*>(file) + 1);
}
const char* pathOf(sqlite3_file* file) { return reinterpret_cast<ShimFile*>(file)->path; }

int before(DiskCall call, const char* path) { return s_shim && path ? s_shim->before(call) : SQLITE_OK; }

void tell(int answer, const char* path, const auto& what)
{
    if (answer == SQLITE_OK && s_shim && path)
        what(*s_shim, QFile::decodeName(path));
}

int close(sqlite3_file* file) { return real(file)->pMethods->xClose(real(file)); }

int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 offset)
{
    if (const int refused = before(DiskCall::Read, pathOf(file)))
        return refused;
    return real(file)->pMethods->xRead(real(file), bytes, size, offset);
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset)
{
    if (const int refused = before(DiskCall::Write, pathOf(file)))
        return refused;
    const int answer = real(file)->pMethods->xWrite(real(file), bytes, size, offset);
    tell(answer, pathOf(file), [&](DiskShim& shim, const QString& path) {
        shim.written(path, offset, QByteArray(static_cast<const char*>(bytes), size));
    });
    return answer;
}

int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    if (const int refused = before(DiskCall::Truncate, pathOf(file)))
        return refused;
    const int answer = real(file)->pMethods->xTruncate(real(file), size);
    tell(answer, pathOf(file), [&](DiskShim& shim, const QString& path) { shim.truncated(path, size); });
    return answer;
}

int sync(sqlite3_file* file, int flags)
{
    if (const int refused = before(DiskCall::Sync, pathOf(file)))
        return refused;
    const int answer = real(file)->pMethods->xSync(real(file), flags);
    tell(answer, pathOf(file), [](DiskShim& shim, const QString& path) { shim.synced(path); });
    return answer;
}

int size(sqlite3_file* file, sqlite3_int64* bytes)
{
    if (const int refused = before(DiskCall::Size, pathOf(file)))
        return refused;
    return real(file)->pMethods->xFileSize(real(file), bytes);
}

int lock(sqlite3_file* file, int level)
{
    if (const int refused = before(DiskCall::Lock, pathOf(file)))
        return refused;
    return real(file)->pMethods->xLock(real(file), level);
}

int unlock(sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int reserved(sqlite3_file* file, int* held) { return real(file)->pMethods->xCheckReservedLock(real(file), held); }
int control(sqlite3_file* file, int what, void* with)
{
    return real(file)->pMethods->xFileControl(real(file), what, with);
}
int sectorSize(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int device(sqlite3_file* file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }

int map(sqlite3_file* file, int page, int bytes, int extend, void volatile** at)
{
    if (const int refused = before(DiskCall::Map, pathOf(file)))
        return refused;
    return real(file)->pMethods->xShmMap(real(file), page, bytes, extend, at);
}

int mapLock(sqlite3_file* file, int from, int count, int flags)
{
    if ((flags & SQLITE_SHM_LOCK) != 0) {
        if (const int refused = before(DiskCall::MapLock, pathOf(file)))
            return refused;
    }
    return real(file)->pMethods->xShmLock(real(file), from, count, flags);
}

void mapBarrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
int unmap(sqlite3_file* file, int remove) { return real(file)->pMethods->xShmUnmap(real(file), remove); }

// Version 2: with a shared index, without mapping the files themselves.
constexpr sqlite3_io_methods methods{2, close, read, write, truncate, sync, size, lock, unlock, reserved, control,
    sectorSize, device, map, mapLock, mapBarrier, unmap, nullptr, nullptr};

int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* given)
{
    file->pMethods = nullptr;
    reinterpret_cast<ShimFile*>(file)->path = path;
    if (const int refused = before(DiskCall::Open, path))
        return refused;
    const bool there = path && ::access(path, F_OK) == 0;
    const int answer = s_real->xOpen(s_real, path, real(file), flags, given);
    if (real(file)->pMethods)
        file->pMethods = &methods;
    if (!there)
        tell(answer, path, [](DiskShim& shim, const QString& name) { shim.created(name); });
    return answer;
}

int remove(sqlite3_vfs*, const char* path, int syncFolder)
{
    if (const int refused = before(DiskCall::Delete, path))
        return refused;
    return s_real->xDelete(s_real, path, syncFolder);
}

int access(sqlite3_vfs*, const char* path, int flags, int* so)
{
    if (const int refused = before(DiskCall::Access, path))
        return refused;
    return s_real->xAccess(s_real, path, flags, so);
}

/// Takes the place of SQLite's own for every connection that is opened later.
void install()
{
    if (s_real)
        return;
    s_real = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs shim = *s_real;
    shim.zName = "shim";
    shim.szOsFile = int(sizeof(ShimFile)) + s_real->szOsFile;
    shim.xOpen = open;
    shim.xDelete = remove;
    shim.xAccess = access;
    if (sqlite3_vfs_register(&shim, 1) != SQLITE_OK)
        std::abort();
}

QString pathOf(int descriptor) { return QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(descriptor)); }

} // namespace

namespace warroom::support {

DiskShim::DiskShim()
{
    install();
    s_shim = this;
}

DiskShim::~DiskShim() { s_shim = nullptr; }

} // namespace warroom::support

// What does not go through SQLite's files, or not only: the program's own symbols come before those of libc, for Qt
// and SQLite too.

extern "C" int rename(const char* from, const char* to) noexcept
{
    const int answer = ::renameat(AT_FDCWD, from, AT_FDCWD, to);
    if (answer == 0 && s_shim)
        s_shim->renamed(QFile::decodeName(from), QFile::decodeName(to));
    return answer;
}

// How a file without a name gets one.
extern "C" int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags) noexcept
{
    static const auto libc =
        reinterpret_cast<int (*)(int, const char*, int, const char*, int)>(::dlsym(RTLD_NEXT, "linkat"));
    const int answer = libc(fromFolder, from, toFolder, to, flags);
    if (answer == 0 && s_shim)
        s_shim->renamed(QFile::decodeName(from), QFile::decodeName(to));
    return answer;
}

extern "C" int unlink(const char* path) noexcept
{
    const int answer = ::unlinkat(AT_FDCWD, path, 0);
    if (answer == 0 && s_shim)
        s_shim->removed(QFile::decodeName(path));
    return answer;
}

extern "C" int fsync(int descriptor)
{
    static const auto libc = reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, "fsync"));
    const int answer = libc(descriptor);
    if (answer == 0 && s_shim)
        s_shim->synced(pathOf(descriptor));
    return answer;
}
