import { siteCsp } from '../../../src/derive/site-policy.ts';
import { type CloudTemplate, ofType, resolve } from '../resolve.ts';
import { damage, each, type Guarantee, json } from './guarantee.ts';

const distribution = 'AWS::CloudFront::Distribution';
const headers = 'AWS::CloudFront::ResponseHeadersPolicy';
const policy = 'AWS::S3::BucketPolicy';

interface Statement {
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Resource: string | string[];
  readonly Condition?: unknown;
}

const statements = (template: CloudTemplate, id: string): Statement[] =>
  Object(resolve(template, template.Resources[id]?.Properties.PolicyDocument)).Statement ?? [];

/** Object keys that CloudFront may read, each behind the condition that it is our distribution. */
export function readableKeys(template: CloudTemplate): string[] {
  const all = ofType(template, policy).flatMap(([id]) => statements(template, id));
  const granted = all.filter(({ Effect, Principal }) => Effect === 'Allow' && json(Principal).includes('cloudfront'));
  const fenced = granted.filter(({ Condition }) => /"AWS:SourceArn":"arn:aws:cloudfront::\d+:distribution\/\w+"/.test(json(Condition)));
  return fenced.flatMap(({ Resource }) => [Resource].flat().map((arn) => arn.replace(/^arn:aws:s3:::\w+\//, '')));
}

const behaviours = (Properties: Record<string, unknown>) => {
  const { DefaultCacheBehavior, CacheBehaviors = [] } = Object(Properties.DistributionConfig);
  return [DefaultCacheBehavior, ...CacheBehaviors];
};

/** What CloudFront promises. */
export const publishPromises: Guarantee[] = [
  [
    'the world reads releases and the site, and nothing else of the open bucket',
    (template) => {
      const keys = readableKeys(template);
      return json(keys) === json(['open/releases/*', 'open/site/*']) ? [] : keys.concat('CloudFront');
    },
    (template) => {
      const [found] = ofType(template, policy).filter(([id]) => json(statements(template, id)).includes('cloudfront'));
      Reflect.deleteProperty(template.Resources, found?.[0] ?? '');
    },
  ],
  [
    'only the distribution reads the bucket, by signed requests',
    (template) => {
      const signed = each('AWS::CloudFront::OriginAccessControl', ({ Properties }) =>
        /"SigningBehavior":"always".*"SigningProtocol":"sigv4"/.test(json(Properties)),
      );
      const used = each(distribution, ({ Properties }) => json(Properties).includes('"OriginAccessControlId"'));
      return [...signed(template), ...used(template)];
    },
    damage('AWS::CloudFront::OriginAccessControl', ({ Properties }) =>
      Object.assign(Object(Properties.OriginAccessControlConfig), { SigningBehavior: 'never' }),
    ),
  ],
  [
    'readers in browsers may ask for ranges from anywhere and see what they got',
    each(headers, ({ Properties }) => {
      const { AccessControlExposeHeaders, AccessControlAllowOrigins, AccessControlAllowMethods, OriginOverride } = Object(
        Object(Properties.ResponseHeadersPolicyConfig).CorsConfig,
      );
      const exposed = ['Content-Range', 'Content-Length', 'Accept-Ranges', 'ETag'].every((name) =>
        AccessControlExposeHeaders.Items.includes(name),
      );
      return (
        exposed &&
        json(AccessControlAllowOrigins.Items) === '["*"]' &&
        AccessControlAllowMethods.Items.includes('HEAD') &&
        OriginOverride === true
      );
    }),
    damage(headers, ({ Properties }) =>
      Object.assign(Object(Object(Properties.ResponseHeadersPolicyConfig).CorsConfig), { AccessControlExposeHeaders: { Items: ['ETag'] } }),
    ),
  ],
  [
    'every answer has a content security policy that starts from nothing and forbids scripts of others',
    each(headers, ({ Properties }) => {
      const csp =
        Object(Object(Object(Properties.ResponseHeadersPolicyConfig).SecurityHeadersConfig).ContentSecurityPolicy).ContentSecurityPolicy ??
        '';
      return csp.startsWith("default-src 'none'") && !/script-src[^;]*(unsafe|\*|https?:)/.test(csp);
    }),
    damage(headers, ({ Properties }) => Reflect.deleteProperty(Object(Properties.ResponseHeadersPolicyConfig), 'SecurityHeadersConfig')),
  ],
  [
    'every answer tells browsers to stay on TLS, to take types as they are told, and not to say where readers come from',
    each(headers, ({ Properties }) => {
      const told = Object(Object(Properties.ResponseHeadersPolicyConfig).SecurityHeadersConfig);
      const { AccessControlMaxAgeSec, IncludeSubdomains } = Object(told.StrictTransportSecurity);
      const strict = AccessControlMaxAgeSec >= 31_536_000 && IncludeSubdomains === true;
      return strict && 'ContentTypeOptions' in told && Object(told.ReferrerPolicy).ReferrerPolicy === 'no-referrer';
    }),
    damage(headers, ({ Properties }) =>
      Reflect.deleteProperty(Object(Object(Properties.ResponseHeadersPolicyConfig).SecurityHeadersConfig), 'ContentTypeOptions'),
    ),
  ],
  [
    'plain HTTP is redirected, and data is not compressed again',
    each(distribution, ({ Properties }) =>
      behaviours(Properties).every(
        ({ ViewerProtocolPolicy, Compress, PathPattern }) =>
          ViewerProtocolPolicy === 'redirect-to-https' && (Compress === false || PathPattern === 'site/*'),
      ),
    ),
    damage(distribution, ({ Properties }) => Object.assign(behaviours(Properties)[0], { Compress: true })),
  ],
  [
    'pages are sent compressed, as nearly all browsers ask for them',
    (template) => {
      const asked = ofType(template, 'AWS::CloudFront::CachePolicy').filter(([, { Properties }]) =>
        /"EnableAcceptEncodingBrotli":true,"EnableAcceptEncodingGzip":true/.test(json(Properties)),
      );
      const sent = each(distribution, ({ Properties }) =>
        behaviours(Properties).some(
          ({ PathPattern, Compress, CachePolicyId }) =>
            PathPattern === 'site/*' && Compress === true && asked.some(([id]) => json(CachePolicyId).includes(id)),
        ),
      );
      return sent(template);
    },
    damage(distribution, ({ Properties }) => Object.assign(behaviours(Properties)[1], { Compress: false })),
  ],
  [
    'every behaviour answers OPTIONS',
    each(distribution, ({ Properties }) => behaviours(Properties).every(({ AllowedMethods }) => AllowedMethods.includes('OPTIONS'))),
    damage(distribution, ({ Properties }) => Object.assign(behaviours(Properties)[1], { AllowedMethods: ['GET', 'HEAD'] })),
  ],
  [
    'addresses are those below open/ of the bucket, completed on their way, and S3 is told which page asks',
    each(distribution, ({ Properties }) => {
      const { Origins = [] } = Object(Properties.DistributionConfig);
      // The policy Managed-CORS-S3Origin: one that passes the name of the host on has S3 look for another bucket.
      const corsS3Origin = '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf';
      return (
        Origins.every(({ OriginPath }: { OriginPath: string }) => OriginPath === '/open') &&
        behaviours(Properties).every(
          ({ OriginRequestPolicyId, FunctionAssociations = [] }) =>
            OriginRequestPolicyId === corsS3Origin &&
            /^\[\{"EventType":"viewer-request","FunctionARN":\{"Fn::GetAtt":\["DistributionAddress/.test(json(FunctionAssociations)),
        )
      );
    }),
    damage(distribution, ({ Properties }) => Reflect.deleteProperty(behaviours(Properties)[1], 'FunctionAssociations')),
  ],
  [
    'pages run the scripts of the site, data runs nothing',
    each(distribution, ({ Properties }, _, template) => {
      const policies = behaviours(Properties).map(({ ResponseHeadersPolicyId }) => {
        const { ResponseHeadersPolicyConfig } = Object(template.Resources[String(resolve(template, ResponseHeadersPolicyId))]?.Properties);
        return ResponseHeadersPolicyConfig?.SecurityHeadersConfig?.ContentSecurityPolicy?.ContentSecurityPolicy;
      });
      return json(policies) === json(["default-src 'none'; sandbox", siteCsp]);
    }),
    damage(distribution, ({ Properties }) => Object.assign(behaviours(Properties)[1], { ResponseHeadersPolicyId: 'none' })),
  ],
  [
    'an object is kept near readers for as long as it says, a year at most, and five minutes where it says nothing',
    each('AWS::CloudFront::CachePolicy', ({ Properties }) => {
      const { MinTTL, DefaultTTL, MaxTTL } = Object(Properties.CachePolicyConfig);
      return json([MinTTL, DefaultTTL, MaxTTL]) === json([0, 300, 31_536_000]);
    }),
    damage('AWS::CloudFront::CachePolicy', ({ Properties }) => Object.assign(Object(Properties.CachePolicyConfig), { MinTTL: 86_400 })),
  ],
];
