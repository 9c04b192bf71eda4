// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include "words/refusal.h"
#include "words/visible.h"

#include <cstdio>

namespace warroom::app {

void print(const QString& line) { printBytes(words::visible(line).toUtf8() + '\n'); }

void printBytes(const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

int complain(const Error& error, const QString& where)
{
    const QString place = where.isEmpty() ? QString() : where + QStringLiteral(": ");
    const QString line = words::visible(QStringLiteral("warroom: ") + place + words::refusal(error));
    std::fprintf(stderr, "%s\n", line.toUtf8().constData());
    return isFailure(error.code) ? exitFailed : exitRefused;
}

int complainUsage(const QString& what)
{
    std::fprintf(stderr, "warroom: %s\n", words::visible(what).toUtf8().constData());
    return exitUsage;
}

} // namespace warroom::app
