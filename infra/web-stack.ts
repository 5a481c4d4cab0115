// The static web application on S3 behind CloudFront; `/api/*` goes to the HTTP API under the same origin, so cookies stay first-party.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CfnOutput, Duration, Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  CachePolicy,
  Function as CloudFrontFunction,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { toIndex } from './to-index.ts';

export interface WebStackProps extends StackProps {
  api: HttpApi;
}

const built = fileURLToPath(new URL('../web/build', import.meta.url));

/** Bucket, distribution and files of the web app; its address is an output. Throws when the app has not been built. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, props: WebStackProps) {
    super(scope, id, props);
    if (!existsSync(`${built}/index.html`)) throw new Error('The web application is not built: run `npm run build` first.');
    const bucket = new Bucket(this, 'Web', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.DESTROY,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
    });
    const distribution = this.distribution(bucket, props.api);
    this.deployFiles(bucket, distribution);
    new CfnOutput(this, 'Address', { value: `https://${distribution.distributionDomainName}` });
  }

  private distribution(bucket: Bucket, api: HttpApi): Distribution {
    const responseHeadersPolicy = this.securityHeaders();
    return new Distribution(this, 'Distribution', {
      comment: 'Tinh Gọn',
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        compress: true,
        responseHeadersPolicy,
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new CloudFrontFunction(this, 'ToIndex', {
              code: FunctionCode.fromInline(toIndex(rootFiles())),
              runtime: FunctionRuntime.JS_2_0,
            }),
          },
        ],
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint))),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy,
        },
      },
    });
  }

  /** The page itself carries the script policy with the hash of its one inline script; headers add what a page cannot say. */
  private securityHeaders(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: "frame-ancestors 'none'; object-src 'none'; base-uri 'none'", override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      },
    });
  }

  /** What is named by its hash first, to be kept for good; then the page that names it, never kept. */
  private deployFiles(bucket: Bucket, distribution: Distribution): void {
    const immutable = new BucketDeployment(this, 'Immutable', {
      destinationBucket: bucket,
      destinationKeyPrefix: '_app/immutable',
      sources: [Source.asset(`${built}/_app/immutable`)],
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
      prune: false,
    });
    const pages = new BucketDeployment(this, 'Pages', {
      destinationBucket: bucket,
      sources: [Source.asset(built, { exclude: ['_app/immutable/**'] })],
      cacheControl: [CacheControl.noCache()],
      prune: false,
      distribution,
      distributionPaths: ['/*'],
    });
    pages.node.addDependency(immutable);
  }
}

/** Files beside the page: the icon and the like. */
function rootFiles(): string[] {
  const files = readdirSync(built, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== 'index.html');
  return files.map(({ name }) => name).toSorted();
}
