// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/request.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace warroom::metrics {

namespace {

Result<QList<QSslCertificate>> certificates(const QString& path)
{
    const Result<QByteArray> pem = smallFile(path);
    if (!pem)
        return pem.error();
    const QList<QSslCertificate> all = QSslCertificate::fromData(*pem, QSsl::Pem);
    return all.isEmpty() ? Result<QList<QSslCertificate>>(Error{ErrorCode::BadSource, path}) : all;
}

Result<QSslKey> privateKey(const QString& path)
{
    const Result<QByteArray> pem = smallFile(path);
    if (!pem)
        return pem.error();
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        if (const QSslKey key(*pem, algorithm); !key.isNull())
            return key;
    }
    return Error{ErrorCode::BadSource, path};
}

Result<QSslConfiguration> trust(const Source& source)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!source.caFile.isEmpty()) {
        const Result<QList<QSslCertificate>> trusted = certificates(source.caFile);
        if (!trusted)
            return trusted.error();
        configuration.setCaCertificates(*trusted);
    }
    if (!source.certFile.isEmpty()) {
        const Result<QList<QSslCertificate>> ours = certificates(source.certFile);
        if (!ours)
            return ours.error();
        const Result<QSslKey> key = privateKey(source.keyFile);
        if (!key)
            return key.error();
        configuration.setLocalCertificateChain(*ours);
        configuration.setPrivateKey(*key);
    }
    return configuration;
}

Result<QByteArray> authorization(const Source& source)
{
    const Result<QByteArray> token = reveal(source.token);
    if (!token || !token->isEmpty())
        return token ? "Bearer " + *token : token;
    if (source.username.isEmpty())
        return QByteArray();
    const Result<QByteArray> password = reveal(source.password);
    if (!password)
        return password;
    return "Basic " + (source.username.toUtf8() + ':' + *password).toBase64();
}

/// Nothing of what one answer says changes how the next one is asked for.
void keepNothing(QNetworkRequest& request)
{
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
}

} // namespace

Result<QNetworkRequest> requestTo(const Source& source, const QString& path)
{
    QNetworkRequest request(source.at(path));
    keepNothing(request);
    // One protocol is enough to be sure of, and all of these servers speak it.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // What it comes to is counted by Transfer.
    request.setDecompressedSafetyCheckThreshold(-1);
    if (!source.compressed)
        request.setRawHeader("Accept-Encoding", "identity");
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("warroom"));
    const Result<QByteArray> authorized = authorization(source);
    if (!authorized)
        return authorized.error();
    if (!authorized->isEmpty())
        request.setRawHeader("Authorization", *authorized);
    for (const Header& header : source.headers) {
        const Result<QByteArray> secret = reveal(header.secret);
        if (!secret)
            return secret.error();
        request.setRawHeader(header.name, secret->isEmpty() ? header.value : *secret);
    }
    if (request.url().scheme() == QLatin1String("https")) {
        const Result<QSslConfiguration> trusted = trust(source);
        if (!trusted)
            return trusted.error();
        request.setSslConfiguration(*trusted);
    }
    return request;
}

} // namespace warroom::metrics
