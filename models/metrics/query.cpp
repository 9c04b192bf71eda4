// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/query.h"

#include <QUrl>

namespace warroom::metrics {

namespace {

QByteArray seconds(Milliseconds length) { return QByteArray::number(double(length.count()) / 1000, 'f', 3); }

QByteArray seconds(Instant instant) { return seconds(instant.time_since_epoch()); }

/// QUrlQuery would leave the plus, which in a form is a space.
void add(QByteArray& form, const char* name, const QByteArray& value)
{
    if (!form.isEmpty())
        form += '&';
    form += QByteArray(name) + '=' + value.toPercentEncoding();
}

} // namespace

QString Query::path() const
{
    return std::holds_alternative<Range>(when) ? QStringLiteral("/api/v1/query_range")
                                               : QStringLiteral("/api/v1/query");
}

QByteArray Query::form(Milliseconds timeout) const
{
    QByteArray all;
    add(all, "query", expr.toUtf8());
    if (const Range* range = std::get_if<Range>(&when)) {
        add(all, "start", seconds(range->start));
        add(all, "end", seconds(range->end));
        add(all, "step", seconds(range->step));
    } else {
        add(all, "time", seconds(std::get<Instant>(when)));
    }
    add(all, "timeout", QByteArray::number(qint64(timeout.count())) + "ms");
    return all;
}

} // namespace warroom::metrics
