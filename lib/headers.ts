import { Duration } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** Headers that readers of Parquet in a browser must see to fetch parts of a file. */
export const exposedHeaders = ['Accept-Ranges', 'Content-Length', 'Content-Range', 'ETag', 'Last-Modified'];

/** Headers of every answer: CORS for everybody, and what browsers need to be told to stay safe. */
export function headersPolicy(
  scope: Construct,
  id: string,
  contentSecurityPolicy = "default-src 'none'; sandbox",
): cloudfront.ResponseHeadersPolicy {
  const override = true;
  return new cloudfront.ResponseHeadersPolicy(scope, id, {
    comment: 'Gongkai',
    corsBehavior: {
      accessControlAllowOrigins: ['*'],
      accessControlAllowMethods: ['GET', 'HEAD', 'OPTIONS'],
      accessControlAllowHeaders: ['*'],
      accessControlExposeHeaders: exposedHeaders,
      accessControlAllowCredentials: false,
      accessControlMaxAge: Duration.hours(1),
      originOverride: override,
    },
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override },
      contentTypeOptions: { override },
      referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override },
    },
  });
}
