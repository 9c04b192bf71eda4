// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/source.h"

#include "metrics/nearby.h"
#include "metrics/step.h"

#include <QRegularExpression>

namespace warroom::metrics {

namespace {

Error bad(const QString& what) { return {ErrorCode::BadSource, what}; }

QString variable(const QString& name, const char* what)
{
    static const QRegularExpression other(QStringLiteral("[^A-Z0-9]"));
    return QStringLiteral("WARROOM_%1_%2").arg(name.toUpper().replace(other, QStringLiteral("_")), QLatin1String(what));
}

Result<QUrl> url(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    // An account would stand in every log and every process list that the URL stands in.
    if (!url.isValid() || !isWeb || url.host().isEmpty() || url.hasFragment() || !url.userInfo().isEmpty())
        return bad(url.isValid() && !url.userInfo().isEmpty() ? url.toString(QUrl::RemoveUserInfo) : text);
    return url;
}

/// RFC 9110, 5.1 and 5.5; what a header may not hold would begin another one. Those that the connection or a secret
/// needs are not free to be set.
bool isHeader(const QString& name, const QString& value)
{
    static const QRegularExpression token(QStringLiteral("\\A[!#$%&'*+.^_`|~0-9A-Za-z-]+\\z"));
    static const QRegularExpression content(QStringLiteral("\\A[\\x20-\\x7e\\t]*\\z"));
    static const QRegularExpression ours(
        QStringLiteral("\\A(?:authorization|proxy-authorization|cookie|host|connection|accept-encoding|content-.*|"
                       "transfer-encoding|upgrade|te|trailer|expect)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return token.match(name).hasMatch() && !ours.match(name).hasMatch() && content.match(value).hasMatch();
}

bool takeHeader(Source& source, const QString& key, const QString& value)
{
    const QString kind = key.section(u'/', 0, 0);
    const QByteArray name = key.section(u'/', 1).toLatin1();
    if (!isHeader(key.section(u'/', 1), kind == QLatin1String("headers") ? value : QString()))
        return false;
    if (kind == QLatin1String("headers"))
        source.headers.push_back({name, value.toLatin1()});
    else if (kind == QLatin1String("header_files") && !value.isEmpty())
        source.headers.push_back({name, {}, {{}, value}});
    else
        return false;
    return true;
}

/// False where it knows no such key or the value is none for it.
bool take(Source& source, const QString& key, const QString& value)
{
    const auto text = [&](QString& into) {
        into = value;
        return !value.isEmpty();
    };
    const auto time = [&](Milliseconds& into) {
        const std::optional<Milliseconds> read = readDuration(value);
        into = read.value_or(into);
        return read && read->count() > 0;
    };
    if (key == QLatin1String("username"))
        return text(source.username);
    if (key == QLatin1String("password_file"))
        return text(source.password.file);
    if (key == QLatin1String("credentials_file") || key == QLatin1String("bearer_token_file"))
        return text(source.token.file);
    if (key == QLatin1String("ca_file"))
        return text(source.caFile);
    if (key == QLatin1String("cert_file"))
        return text(source.certFile);
    if (key == QLatin1String("key_file"))
        return text(source.keyFile);
    if (key == QLatin1String("scrape_interval"))
        return time(source.scrapeInterval);
    if (key == QLatin1String("timeout"))
        return time(source.timeout);
    if (key == QLatin1String("enable_compression")) {
        source.compressed = value == QLatin1String("true");
        return source.compressed || value == QLatin1String("false");
    }
    return takeHeader(source, key, value);
}

} // namespace

QUrl Source::at(const QString& path) const
{
    QString base = url.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    QUrl joined = url;
    joined.setPath(base + path, QUrl::StrictMode);
    return joined;
}

Result<Source> source(const QString& name, const QMap<QString, QString>& keys)
{
    const Result<QUrl> address = url(keys.value(QStringLiteral("url")));
    if (!address)
        return address.error();
    Source made;
    made.name = name;
    made.url = *address;
    made.compressed = !isNearby(made.url.host());
    made.password.variable = variable(name, "PASSWORD");
    made.token.variable = variable(name, "TOKEN");
    for (auto each = keys.cbegin(); each != keys.cend(); ++each) {
        // The value is not repeated: it may be a secret at the wrong place.
        if (each.key() != QLatin1String("url") && !take(made, each.key(), each.value()))
            return bad(each.key());
    }
    if (made.certFile.isEmpty() != made.keyFile.isEmpty())
        return bad(QStringLiteral("cert_file, key_file"));
    return made;
}

} // namespace warroom::metrics
