// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/reader.h"

#include "panels/dashboard.h"
#include "panels/rulefile.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace warroom::panels {

namespace {

/// "12: illegal value"
QString said(const QJsonParseError& error, const QByteArray& json)
{
    const auto line = 1 + QByteArrayView(json).first(std::min<qsizetype>(error.offset, json.size())).count('\n');
    return QStringLiteral("%1: %2").arg(line).arg(error.errorString());
}

Read readJson(const QByteArray& json, const Times& times)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return Fault{Fault::Code::NotJson, said(error, json)};
    return readDashboard(document.object(), times);
}

} // namespace

Read read(const QByteArray& bytes, const Times& times)
{
    constexpr QByteArrayView mark("\xef\xbb\xbf");
    const QByteArray text = bytes.startsWith(mark) ? bytes.mid(mark.size()) : bytes;
    if (!QUtf8StringView(text.data(), text.size()).isValidUtf8() || text.contains('\0'))
        return Fault{Fault::Code::NotText};
    const QByteArray start = text.left(1000).trimmed();
    return start.startsWith('{') || start.startsWith('[') ? readJson(text, times) : readRules(text);
}

} // namespace warroom::panels
