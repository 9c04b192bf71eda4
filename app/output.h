// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

namespace warroom::app {

/// Exit statuses, which scripts rely on.
inline constexpr int exitOk = 0;
inline constexpr int exitRefused = 1; ///< The log or the playbook refused it.
inline constexpr int exitUsage = 2; ///< The command line itself: verb, option, number of arguments.
inline constexpr int exitFailed = 3; ///< Disk, network, damage, machine.

/// A line on standard output, out of our hands when this returns. What received text would do to a terminal, and to a
/// script that reads line by line, is made visible.
void print(const QString& line);
/// The same value with every control, directional and invisible character as an escape, which a terminal shows.
void printJson(const QJsonDocument& document, QJsonDocument::JsonFormat format = QJsonDocument::Indented);
/// Bytes as they are.
void printBytes(const QByteArray& bytes);
/// Whether all of it was taken so far: a full disk or a closed pipe behind standard output is a failure.
bool printed();

/// One line on standard error that changes no exit status.
void warn(const QString& what);
/// One line on standard error, and the exit status that goes with it.
int complain(const Error& error, const QString& where = {});
int complain(const QString& what, int exit);
int complainUsage(const QString& what);

} // namespace warroom::app
