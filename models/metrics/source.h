// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "metrics/secret.h"

#include <QMap>
#include <QUrl>

#include <vector>

namespace warroom::metrics {

/// A header that goes with every request, such as X-Scope-OrgID.
struct Header {
    QByteArray name;
    QByteArray value;
    Secret secret = {}; ///< In place of the value.
    bool operator==(const Header&) const = default;
};

/// A server that answers as Prometheus does, and how it is asked. Holds no secret.
struct Source {
    QString name;
    QUrl url; ///< http or https with a path of its own, such as /select/0/prometheus; no account in it.
    std::vector<Header> headers;
    QString username; ///< Of basic authentication; empty: none.
    Secret password;
    Secret token; ///< Of bearer authentication.
    QString caFile; ///< PEM; instead of what the system trusts.
    QString certFile; ///< PEM, shown to the server.
    QString keyFile;
    Milliseconds scrapeInterval{15'000};
    Milliseconds timeout{10'000}; ///< For the whole of an answer.
    bool compressed = true; ///< Takes answers that are compressed. It costs more than it saves where it is near.

    bool operator==(const Source&) const = default;

    /// "/api/v1/query" below its own path.
    QUrl at(const QString& path) const;
};

/// From the keys of a configuration, named as Prometheus names them: url, username, password_file, credentials_file,
/// ca_file, cert_file, key_file, scrape_interval, timeout, enable_compression, and for each header `headers/NAME` or
/// `header_files/NAME`. $WARROOM_<NAME>_PASSWORD and $WARROOM_<NAME>_TOKEN go before the files, the name in capitals
/// with _ for all that is no letter or digit. BadSource with the key as detail where it is not known, is one for a
/// secret in the open, or has a wrong value; with the URL where that is none.
Result<Source> source(const QString& name, const QMap<QString, QString>& keys);

} // namespace warroom::metrics
