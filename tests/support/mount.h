// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

namespace warroom::support {

/// A small file system of its own in memory; needs root.
class Mount
{
public:
    explicit Mount(int kibibytes);
    ~Mount();
    Mount(const Mount&) = delete;
    Mount& operator=(const Mount&) = delete;

    /// Why there is none, where this account must not mount; empty: there is one.
    QString problem() const { return m_problem; }
    QString path() const { return m_folder.path(); }

    /// Until nothing fits any more.
    void fill() const;
    void makeRoom() const;
    void remountReadOnly();
    void remountWritable();
    /// As when a disk is unplugged: whoever has a file open goes on writing into it, everybody else sees the empty
    /// folder underneath.
    void vanish();

private:
    void remount(unsigned long flags);

    QTemporaryDir m_folder;
    QString m_problem;
};

} // namespace warroom::support
