// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include "base/hidden.h"
#include "words/refusal.h"
#include "words/visible.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>

namespace warroom::app {

namespace {

bool allPrinted = true;

QString oneLine(const QString& text)
{
    return words::visible(text).replace(QLatin1Char('\n'), QStringLiteral("\u23ce "));
}

bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return isHidden(c);
    }
}

} // namespace

void print(const QString& line) { printBytes(oneLine(line).toUtf8() + '\n'); }

void printJson(const QJsonDocument& document, QJsonDocument::JsonFormat format)
{
    QString text;
    for (const char32_t c : QString::fromUtf8(document.toJson(format)).trimmed().toUcs4()) {
        const QString shown = QString::fromUcs4(&c, 1);
        // A line's end stands only between the values; in them it is an escape already.
        if (!isInvisible(c) || c == U'\n') {
            text += shown;
            continue;
        }
        for (const QChar unit : shown)
            text += QStringLiteral("\\u%1").arg(unit.unicode(), 4, 16, QLatin1Char('0'));
    }
    printBytes(text.toUtf8() + '\n');
}

void printBytes(const QByteArray& bytes)
{
    const std::size_t written = std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
    const bool done = std::fflush(stdout) == 0 && written == std::size_t(bytes.size());
    // Whoever closed the pipe, as `head` does, has read enough.
    allPrinted = allPrinted && (done || errno == EPIPE);
}

bool printed() { return allPrinted; }

int complain(const Error& error, const QString& where)
{
    const QString place = where.isEmpty() ? QString() : where + QStringLiteral(": ");
    const QString kept = error.keptIn.isEmpty() ? QString()
                                                : QStringLiteral(" · ")
            + QCoreApplication::translate(
                "warroom::app", "Kept in %1; the next Warroom that can write takes it in. Do not repeat it.")
                  .arg(error.keptIn);
    return complain(place + words::refusal(error) + kept, isFailure(error.code) ? exitFailed : exitRefused);
}

void warn(const QString& what) { std::fprintf(stderr, "warroom: %s\n", oneLine(what).toUtf8().constData()); }

int complain(const QString& what, int exit)
{
    warn(what);
    return exit;
}

int complainUsage(const QString& what) { return complain(what, exitUsage); }

} // namespace warroom::app
