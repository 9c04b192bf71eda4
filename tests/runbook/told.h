// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/reader.h"
#include "support/quiettest.h"

#include <QFile>

/// Documents as lines: one for each part, so that a difference can be read.
namespace warroom::runbook {

inline QByteArray bytesOf(const QString& name)
{
    QFile file(QStringLiteral(WARROOM_RUNBOOKS "/%1.md").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qWarning() << file.fileName() << file.errorString();
    return file.readAll();
}

inline Document documentOf(const QByteArray& bytes, const QString& name = QStringLiteral("sample.md"))
{
    Result<Document> document = read(bytes, name);
    if (document)
        return std::move(document).value();
    qWarning() << document.error().detail;
    return {};
}

inline Runbook runbookOf(const QByteArray& bytes)
{
    const Document document = documentOf(bytes);
    return document.runbooks.size() == 1 ? document.runbooks.front() : Runbook();
}

/// "2. Restart", indented by level; "[x]" in front of what is ticked, its branch behind it.
inline QString line(const Step& step)
{
    const QString box = !step.done ? QString() : *step.done ? QStringLiteral("[x] ") : QStringLiteral("[ ] ");
    const QString branch = step.branch.isEmpty() ? QString() : QStringLiteral(" <") + step.branch + QStringLiteral(">");
    return QString((step.level - 1) * 2, QLatin1Char(' '))
        + QStringLiteral("%1. %2%3%4").arg(step.number).arg(box, step.text, branch);
}

inline QStringList lines(const std::vector<Step>& steps)
{
    QStringList all;
    for (const Step& step : steps)
        all += line(step);
    return all;
}

inline QStringList titles(const Document& document)
{
    QStringList all;
    for (const Runbook& runbook : document.runbooks)
        all += runbook.title;
    return all;
}

/// "text => expected" of every command.
inline QStringList commands(const Step& step)
{
    QStringList all;
    for (const Command& command : step.commands)
        all += command.expected.isEmpty() ? command.text : command.text + QStringLiteral(" => ") + command.expected;
    return all;
}

/// "3 unclosed-fence"
inline QStringList warnings(const Document& document)
{
    QStringList all;
    for (const Warning& warning : document.warnings)
        all += QStringLiteral("%1 %2 %3").arg(warning.line).arg(word(warning.code), warning.message).trimmed();
    return all;
}

inline void gather(const std::vector<Block>& blocks, Block::Kind kind, std::vector<const Block*>& found)
{
    for (const Block& block : blocks) {
        if (block.kind == kind)
            found.push_back(&block);
        gather(block.children, kind, found);
    }
}

inline std::vector<const Block*> all(const Document& document, Block::Kind kind)
{
    std::vector<const Block*> found;
    gather(document.blocks, kind, found);
    return found;
}

} // namespace warroom::runbook
