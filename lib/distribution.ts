import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { siteCsp } from '../src/derive/site-policy.ts';
import { acknowledge } from './findings.ts';
import { headersPolicy } from './headers.ts';
import { output } from './outputs.ts';
import type { Settings } from './settings.ts';

/** What is served to the world. */
export interface DistributionProps {
  readonly open: IBucket;
  /** Only releases and the site, or the live tables too. */
  readonly publish: Settings['publish'];
}

/** What the world may read, below `open/`. Nobody publishes under an office's name by writing to a bucket. */
const readable = { releases: ['open/releases/*', 'open/site/*'], live: ['open/*'] } as const;

/** The site lies in a folder: its address is completed, and the bare domain leads to it. */
export const completeAddress = `function handler(event) {
  var request = event.request;
  if (request.uri === '/') return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: '/site/' } } };
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  return request;
}`;

/** CloudFront before the open bucket, which stays private: byte ranges, CORS for readers in browsers, and a strict page policy. */
export class Distribution extends Construct {
  readonly distribution: cloudfront.Distribution;
  /** Where releases are read, with a trailing slash. */
  readonly releasesAddress: string;

  constructor(scope: Construct, id: string, { open, publish }: DistributionProps) {
    super(scope, id);
    const access = new cloudfront.S3OriginAccessControl(this, 'Access', { signing: cloudfront.Signing.SIGV4_ALWAYS });
    const origin = S3BucketOrigin.withBucketDefaults(open, { originPath: '/open', originAccessControlId: access.originAccessControlId });
    const code = cloudfront.FunctionCode.fromInline(completeAddress);
    const complete = new cloudfront.Function(this, 'Address', { code, runtime: cloudfront.FunctionRuntime.JS_2_0 });
    const common = {
      origin,
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      originRequestPolicy: cloudfront.OriginRequestPolicy.CORS_S3_ORIGIN,
      functionAssociations: [{ function: complete, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST }],
    };
    const data = {
      ...common,
      compress: false,
      cachePolicy: this.cache('Data', false),
      responseHeadersPolicy: headersPolicy(this, 'DataHeaders'),
    };
    const page = {
      ...common,
      compress: true,
      cachePolicy: this.cache('Page', true),
      responseHeadersPolicy: headersPolicy(this, 'PageHeaders', siteCsp),
    };
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: 'Gongkai: releases and explorer',
      defaultBehavior: data,
      additionalBehaviors: { 'site/*': page },
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
    });
    this.releasesAddress = `https://${this.distribution.domainName}/releases/`;
    this.openTo(open, readable[publish]);
    this.acknowledgeFindings();
    output(this, 'SiteAddress', `https://${this.distribution.domainName}/`, 'Releases and explorer');
  }

  /** Parquet is compressed already, and ranges of re-compressed bytes are of no use: only pages are compressed here. */
  private cache(id: string, compressed: boolean): cloudfront.CachePolicy {
    return new cloudfront.CachePolicy(this, `${id}Cache`, {
      comment: `Gongkai ${id.toLowerCase()}: as long as the object says`,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.minutes(5),
      maxTtl: Duration.days(365),
      enableAcceptEncodingGzip: compressed,
      enableAcceptEncodingBrotli: compressed,
    });
  }

  private openTo(open: IBucket, keys: readonly string[]): void {
    const { partition, account } = Stack.of(this);
    const arn = `arn:${partition}:cloudfront::${account}:distribution/${this.distribution.distributionId}`;
    open.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: keys.map((key) => open.arnForObjects(key)),
        conditions: { StringEquals: { 'AWS:SourceArn': arn } },
      }),
    );
  }

  private acknowledgeFindings(): void {
    const keep = (rule: string, reason: string) => acknowledge(this.distribution, rule, reason);
    keep('CFR1', 'The dataset is for everybody, wherever they are.');
    keep('CFR2', 'Static public files and no input: a firewall would protect nothing; the budget warns of floods.');
    keep('CFR3', 'Addresses of readers are personal data nobody needs; CloudWatch counts requests and bytes.');
    keep('CFR4', 'Without a domain of its own the distribution has the certificate of CloudFront, which fixes the protocol.');
  }
}
