// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "environment.h"

#include <QCommandLineParser>

#include <optional>

namespace warroom::app {

/// The number of the first line that is not in UTF-8, from 1; 0 where all are. Read as if they were, its bytes would be
/// lost without a word.
int lineNotUtf8(const QByteArray& text);

/// The command line of one verb: its own options, the global ones, and what stands after them.
class CommandLine
{
public:
    enum class Rest {
        Arguments, ///< Options may stand anywhere.
        Text, ///< Everything from the first argument that is no option on is text, whatever it looks like.
    };

    CommandLine(const QString& verb, const QString& arguments, const QString& summary, Rest rest = Rest::Arguments);

    CommandLine& option(const char* name, const char* valueName, const QString& description);
    CommandLine& flag(const char* name, const QString& description);

    /// An exit status when the line cannot be used or asked for help; nothing otherwise.
    std::optional<int> parse(QStringList arguments, int least, int most);

    bool isSet(const char* name) const;
    QString value(const char* name) const;
    QStringList positional() const;
    const Globals& globals() const { return m_globals; }

private:
    void printHelp() const;
    QStringList withEndOfOptions(QStringList arguments) const;

    QCommandLineParser m_parser;
    QString m_verb;
    QString m_arguments;
    Rest m_rest;
    QStringList m_valued; ///< Options that take a value.
    Globals m_globals;
};

} // namespace warroom::app
