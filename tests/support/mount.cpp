// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mount.h"

#include <QFile>

#include <sys/mount.h>

#include <cerrno>
#include <cstring>

namespace warroom::support {

Mount::Mount(int kibibytes)
{
    const QByteArray options = "mode=0700,size=" + QByteArray::number(kibibytes) + "k";
    if (::mount("tmpfs", QFile::encodeName(path()).constData(), "tmpfs", 0, options.constData()) != 0)
        m_problem = QStringLiteral("cannot mount: %1").arg(QString::fromLocal8Bit(std::strerror(errno)));
}

Mount::~Mount() { ::umount2(QFile::encodeName(path()).constData(), MNT_DETACH); }

void Mount::fill() const
{
    QFile ballast(path() + QStringLiteral("/ballast"));
    if (!ballast.open(QFile::WriteOnly | QFile::Unbuffered))
        qFatal("cannot fill %s", qPrintable(path()));
    const QByteArray page(4096, 'x');
    while (ballast.write(page) == page.size()) { }
}

void Mount::makeRoom() const { QFile::remove(path() + QStringLiteral("/ballast")); }

void Mount::remount(unsigned long flags)
{
    if (::mount(nullptr, QFile::encodeName(path()).constData(), nullptr, MS_REMOUNT | flags, nullptr) != 0)
        qFatal("cannot remount %s: %s", qPrintable(path()), std::strerror(errno));
}

void Mount::remountReadOnly() { remount(MS_RDONLY); }
void Mount::remountWritable() { remount(0); }

void Mount::vanish()
{
    if (::umount2(QFile::encodeName(path()).constData(), MNT_DETACH) != 0)
        qFatal("cannot unmount %s: %s", qPrintable(path()), std::strerror(errno));
}

} // namespace warroom::support
